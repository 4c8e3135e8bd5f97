import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'

/** The port that this folder's server had before, while it is free; otherwise a new one, kept for the next time. */
export async function usualPort(folder: string): Promise<number> {
  const file = join(folder, 'port')
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = await freePort(before).catch(() => freePort(0))
  if (port !== before) writeFileSync(file, String(port))
  return port
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** Whether something listens at a port of this machine. */
export function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' })
    const answer = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', () => answer(true))
    socket.on('error', () => answer(false))
  })
}
