import { createServer, type Socket } from 'node:net'

/** A scanner for tests, which speaks as clamd does: what holds `VIRUS` is infected. */
export type TestScanner = {
  address: string
  /** What it was sent, put together again. */
  received: Buffer[]
  /** Answers this instead of looking. */
  says: string | undefined
  /** Takes everything and never answers. */
  isSilent: boolean
  /** How many files it holds that it has not answered of. */
  asked(): number
  /** Answers again; whoever waits gets no answer any more. */
  hangUp(): void
  close(): Promise<void>
}

const command = Buffer.from('zINSTREAM\0')

export async function startScanner(listenOn?: string): Promise<TestScanner> {
  const sockets = new Set<Socket>()
  const scanner: TestScanner = {
    address: '',
    received: [],
    says: undefined,
    isSilent: false,
    asked: () => sockets.size,
    hangUp() {
      scanner.isSilent = false
      for (const socket of sockets) socket.destroy()
    },
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    listen(socket, scanner)
  })
  await new Promise<void>(resolve =>
    listenOn === undefined ? server.listen(0, '127.0.0.1', resolve) : server.listen(listenOn, resolve),
  )
  const at = server.address()
  scanner.address = typeof at === 'string' ? at : `127.0.0.1:${at?.port}`
  return scanner
}

function listen(socket: Socket, scanner: TestScanner): void {
  let heard: Buffer = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk])
    const content = contentOf(heard)
    if (content === undefined || scanner.isSilent) return
    scanner.received.push(content)
    const verdict = content.includes('VIRUS') ? 'Test-Signature FOUND' : 'OK'
    socket.end(`${scanner.says ?? `stream: ${verdict}`}\0`)
  })
}

/** What was sent, once its end has arrived. */
function contentOf(heard: Buffer): Buffer | undefined {
  if (heard.length < command.length) return undefined
  if (!heard.subarray(0, command.length).equals(command)) throw new Error('this is not the command')
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    if (at + 4 + length > heard.length) return undefined
    pieces.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
