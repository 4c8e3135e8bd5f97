import { connect, type Socket } from 'node:net'

/** What a virus scanner said of a file. */
export type Scan =
  | { state: 'clean' }
  | { state: 'infected'; signature: string }
  | { state: 'not-scanned'; why: string }

const chunkBytes = 64 * 1024
const usualPatience = 30_000

/**
 * Asks ClamAV's daemon about a file, by INSTREAM: the command, the content in pieces that each have their length before
 * them (four bytes, the highest first), and a length of nothing at the end.
 * @param address `host:port`, or the path of its socket; undefined: there is no scanner
 * @param patience milliseconds after which it is given up
 * Source: clamd(8), “INSTREAM”
 */
export async function scanForViruses(
  address: string | undefined,
  bytes: Uint8Array,
  patience = usualPatience,
): Promise<Scan> {
  if (address === undefined) return { state: 'not-scanned', why: 'no virus scanner is set up' }
  const socket = address.startsWith('/') ? connect(address) : connect(toHost(address))
  try {
    return readAnswer(await converse(socket, bytes, patience))
  } catch (fault) {
    const isLate = (fault as { code?: string }).code === 'ETIMEDOUT'
    return {
      state: 'not-scanned',
      why: isLate ? 'the virus scanner did not answer in time' : 'the virus scanner could not be reached',
    }
  } finally {
    socket.destroy()
  }
}

function toHost(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(':')
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) }
}

function converse(socket: Socket, bytes: Uint8Array, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.setTimeout(patience, () =>
      socket.destroy(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })),
    )
    socket.on('error', fault => {
      // A scanner that has heard enough answers and closes while we still speak: its answer counts.
      if (answer.includes('\0')) resolve(answer)
      else reject(fault)
    })
    socket.on('data', chunk => {
      answer += chunk.toString('utf8')
      if (answer.includes('\0')) resolve(answer)
    })
    socket.on('close', () => resolve(answer))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        const piece = bytes.subarray(at, at + chunkBytes)
        socket.write(lengthOf(piece.length))
        socket.write(piece)
      }
      socket.write(lengthOf(0))
    })
  })
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(length)
  return four
}

function readAnswer(text: string): Scan {
  const line = text.split('\0')[0]?.trim() ?? ''
  if (line === 'stream: OK') return { state: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(line)
  if (found?.[1]) return { state: 'infected', signature: found[1] }
  return {
    state: 'not-scanned',
    why: /size limit exceeded/i.test(line)
      ? 'it is too large for the virus scanner'
      : 'the virus scanner gave no answer that can be read',
  }
}
