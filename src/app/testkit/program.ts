import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run of the program left behind. */
export type Ended = { code: number | null; out: string; said: string }

/** The built program, running. */
export type Running = {
  process: ChildProcess
  /** What it has said on standard error so far. */
  said(): string
  /** Settles once it has said something; fails when it ends without. */
  hasSaid(words: RegExp): Promise<RegExpExecArray>
  ended: Promise<Ended>
}

/** The built program on a data folder of its own, as somebody types it. */
export type TestProgram = {
  folder: string
  run(words: string[], settings?: Record<string, string>): Promise<Ended>
  spawn(words: string[], settings?: Record<string, string>): Running
  remove(): void
}

/** Builds the program, unless it is built, and gives it an empty data folder. */
export function makeTestProgram(): TestProgram {
  const build = `(await import('./scripts/setUp.mjs')).build()`
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { stdio: 'ignore' })
  const folder = mkdtempSync(join(tmpdir(), 'throughline-program-'))
  const spawnProgram: TestProgram['spawn'] = (words, settings = {}) => {
    const env = {
      PATH: process.env.PATH,
      THROUGHLINE_DATA: folder,
      PORT: '0',
      DEMONSTRATION_YEARS: '0',
      ...settings,
    }
    const child = spawn(process.execPath, ['dist/throughline.js', ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return follow(child)
  }
  return {
    folder,
    spawn: spawnProgram,
    run: (words, settings) => spawnProgram(words, settings).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function follow(child: ReturnType<typeof spawn>): Running {
  let out = ''
  let said = ''
  let look = () => {}
  child.stdout?.on('data', chunk => {
    out += chunk
  })
  child.stderr?.on('data', chunk => {
    said += chunk
    look()
  })
  const ended = new Promise<Ended>(resolve => child.on('close', code => resolve({ code, out, said })))
  return {
    process: child,
    said: () => said,
    ended,
    hasSaid: words =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = words.exec(said)
          if (found) resolve(found)
        }
        look()
        ended.then(({ code }) => reject(new Error(`Ended with ${code} before saying ${words}:\n${said}`)))
      }),
  }
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
