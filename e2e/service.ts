import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The built program, running on a data folder of its own with the demonstration service in it. */
export type Service = {
  address: string
  said(): string
  /** Ends it as a power cut would: nothing is tidied. */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

/** Starts the program as `npm start` does, and waits until it says that it is ready. */
export async function startService(settings: Record<string, string> = {}): Promise<Service> {
  const port = String(await freePort())
  const data = settings.THROUGHLINE_DATA ?? makeDataFolder()
  const address = `http://localhost:${port}`
  // Journeys need the handful of children that are told by hand, not years of them.
  const env = {
    ...process.env,
    DEMONSTRATION_YEARS: '0',
    PORT: port,
    THROUGHLINE_DATA: data,
    THROUGHLINE_URL: address,
    ...settings,
  }
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
    async kill() {
      const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
      child.kill('SIGINT')
      const code = await ended
      if (!settings.THROUGHLINE_DATA) rmSync(data, { recursive: true, force: true })
      return code
    },
  }
}

/** An empty folder for data, which the account that the database runs as may pass through when root runs the tests. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-e2e-'))
  chmodSync(folder, 0o755)
  return folder
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

/** A port that nothing listens on now. */
export function freePort(): Promise<number> {
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
