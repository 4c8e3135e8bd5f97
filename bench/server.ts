import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../src/app/installation.ts'

/** The program as it runs in a service: a process of its own. */
export type Server = { address: string; startedInMs: number; residentMb(): number; stop(): Promise<void> }

/** Starts the built program on the bench's data and waits until it says that it is ready. */
export async function startServer(dataFolder: string, port: number): Promise<Server> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(projectFolder, 'dist', 'throughline.js'), 'start'], {
    stdio: ['ignore', 'inherit', 'pipe'],
    // As behind a proxy: each of the load's addresses then has a limit of its own, as people have.
    env: {
      ...process.env,
      THROUGHLINE_DATA: dataFolder,
      PORT: String(port),
      TRUSTED_PROXIES: '1',
      LOG_LEVEL: 'warn',
    },
  })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.includes('is ready')) resolve()
    })
    child.on('exit', code => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    startedInMs: performance.now() - began,
    residentMb: () => residentKb(child.pid ?? 0) / 1_024,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function residentKb(pid: number): number {
  if (process.platform === 'linux')
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
}
