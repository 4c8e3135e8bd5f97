import { createServer, type Socket } from 'node:net'

/** A mail server for tests: takes what it is sent, or refuses every recipient with `refuseWith`. */
export type TestMailServer = {
  url: string
  /** The messages as they came, with their heads. */
  received: string[]
  refuseWith: string | undefined
  close(): Promise<void>
}

export async function startMailServer(): Promise<TestMailServer> {
  const mail: TestMailServer = {
    url: '',
    received: [],
    refuseWith: undefined,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  const server = createServer(socket => converse(socket, mail))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  mail.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return mail
}

/** As much of RFC 5321 as a sender needs. */
function converse(socket: Socket, mail: TestMailServer): void {
  let text = ''
  let message: string | undefined
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.on('error', () => {})
  socket.on('data', chunk => {
    text += chunk.toString()
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end)
      text = text.slice(end + 2)
      if (message !== undefined && line !== '.') message += `${line}\n`
      else if (message !== undefined) {
        mail.received.push(message)
        message = undefined
        say('250 taken')
      } else if (line === 'DATA') {
        message = ''
        say('354 go on')
      } else if (line === 'QUIT') {
        say('221 bye')
        socket.end()
      } else if (line.startsWith('RCPT') && mail.refuseWith) say(mail.refuseWith)
      else say('250 good')
    }
  })
}
