import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import type { Secret } from '../config/index.ts'
import { isListening, usualPort } from './embeddedPort.ts'
import {
  type Account,
  accountToRunAs,
  type Binaries,
  binariesFor,
  EmbeddedPostgresFault,
  openFolder,
  pgCtl,
  run,
} from './embeddedPrograms.ts'
import { joinUsers } from './embeddedUsers.ts'

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

type Options = {
  folder: string
  secret: Secret
  say?: (text: string) => void
  /** Lines for postgresql.conf beyond the usual ones; the tests switch off syncing to disk. */
  settings?: Record<string, string>
}

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
