import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The built program, running on a data folder of its own with the demonstration service in it. */
export type Service = { address: string; said(): string; stop(): Promise<number | null> }

/** Starts the program as `npm start` does, and waits until it says that it is ready. */
export async function startService(settings: Record<string, string> = {}): Promise<Service> {
  const port = String(await freePort())
  // Open to the account that the embedded database runs as when the tests are run by root.
  const data = settings.THROUGHLINE_DATA ?? mkdtempSync(join(tmpdir(), 'throughline-e2e-'))
  const address = `http://localhost:${port}`
  const env = { ...process.env, PORT: port, THROUGHLINE_DATA: data, THROUGHLINE_URL: address, ...settings }
  const child = spawn(process.execPath, [join(root, 'dist', 'throughline.js'), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  await readyOrDead(child, () => said)
  return {
    address,
    said: () => said,
    async stop() {
      const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
      child.kill('SIGINT')
      const code = await ended
      if (!settings.THROUGHLINE_DATA) rmSync(data, { recursive: true, force: true })
      return code
    },
  }
}

function readyOrDead(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => said().includes('is ready') && resolve()
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.on('exit', code =>
      reject(new Error(`The program ended with ${code} before it was ready:\n${said()}`)),
    )
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
