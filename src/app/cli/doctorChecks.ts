import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { Client } from 'pg'
import { keptHeads } from '../../platform/audit/index.ts'
import { type Config, openSecret } from '../../platform/config/index.ts'
import { appliedMigrations, findAppLogin, readMigrations } from '../../platform/database/index.ts'
import { scanForViruses } from '../../platform/files/index.ts'
import {
  findExcessRights,
  findLostHeads,
  hasLogin,
  readFacts,
  readQueue,
  readUnsealedAge,
} from './doctorQueries.ts'

/** What the doctor found about one thing, and what to do about it. */
export type Finding = {
  check: string
  state: 'good' | 'warning' | 'fault'
  detail: string
  remedy?: string
}

const good = (check: string, detail: string): Finding => ({ check, state: 'good', detail })
const warning = (check: string, detail: string, remedy: string): Finding => ({
  check,
  state: 'warning',
  detail,
  remedy,
})
const fault = (check: string, detail: string, remedy: string): Finding => ({
  check,
  state: 'fault',
  detail,
  remedy,
})

const leastFreeBytes = 1_000_000_000

/** The settings, the data folder, the disk: what can be looked at without a database. */
export function checkSurroundings(config: Config): Finding[] {
  return [checkAddress(config), checkFolder(config), checkSecretFile(config), checkDisk(config)]
}

function checkAddress({ publicUrl, host, trustedProxies }: Config): Finding {
  const check = 'settings'
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(host)
  if (publicUrl.startsWith('http:') && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(publicUrl))
    return fault(
      check,
      `${publicUrl} is not encrypted`,
      'Put TLS in front and set THROUGHLINE_URL to the https address.',
    )
  if (publicUrl.startsWith('https:') && trustedProxies === 0)
    return warning(
      check,
      'no proxy is trusted',
      'Behind a proxy set TRUSTED_PROXIES=1, or all visitors look like one.',
    )
  if (publicUrl.startsWith('http:') && !isLocal)
    return warning(check, `it listens on ${host} without TLS`, 'Set THROUGHLINE_URL to the https address.')
  return good(check, `people reach it at ${publicUrl}`)
}

function checkFolder({ dataFolder }: Config): Finding {
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    return good('data folder', dataFolder)
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? 'unknown'
    if (why === 'ENOENT')
      return warning(
        'data folder',
        `${dataFolder} is not there yet`,
        'The first start makes it: throughline start',
      )
    return fault(
      'data folder',
      `${dataFolder} cannot be written (${why})`,
      'Give the account that runs the program the rights, or set THROUGHLINE_DATA.',
    )
  }
}

function checkSecretFile({ secret, dataFolder }: Config): Finding {
  if (secret !== undefined) return good('secret', 'set by THROUGHLINE_SECRET')
  const file = join(dataFolder, 'secret')
  try {
    const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
    return open
      ? fault('secret', `${file} can be read by others`, `chmod 600 ${file}`)
      : good('secret', `${file}; keep a copy apart from the backups`)
  } catch {
    return warning(
      'secret',
      `${file} is not there`,
      'The first start makes one; where the database has been used before, put its secret there.',
    )
  }
}

function checkDisk({ dataFolder }: Config): Finding {
  try {
    const { bavail, bsize } = statfsSync(dataFolder)
    const free = bavail * bsize
    const said = `${(free / 1e9).toFixed(1)} GB free`
    return free < leastFreeBytes
      ? fault('disk', said, 'Make room before the database stops.')
      : good('disk', said)
  } catch {
    return warning('disk', 'the free space is not known', 'Look at it by hand.')
  }
}

/** The mail server, by signing in to it. */
export async function checkMail({ smtpUrl }: Config): Promise<Finding> {
  if (!smtpUrl)
    return warning(
      'e-mail',
      'none is sent',
      'Set SMTP_URL; until then an administrator reads the messages and passes them on.',
    )
  const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 }
  const transport = createTransport({ url: smtpUrl, ...patience })
  try {
    await transport.verify()
    return good('e-mail', 'the mail server answers')
  } catch (cause) {
    const why = (cause as { code?: string }).code ?? 'unknown'
    return fault('e-mail', `the mail server does not take us (${why})`, 'Look at SMTP_URL.')
  } finally {
    transport.close()
  }
}

/** The virus scanner, by letting it look at a word. */
export async function checkScanner({ clamdAddress }: Config): Promise<Finding> {
  const check = 'virus scanner'
  if (clamdAddress === undefined)
    return warning(check, 'files are not scanned', 'Set CLAMD_ADDRESS where ClamAV runs.')
  const scan = await scanForViruses(clamdAddress, Buffer.from('throughline doctor'), 5_000)
  return scan.state === 'not-scanned'
    ? fault(check, scan.why, 'Look at CLAMD_ADDRESS and at ClamAV’s daemon.')
    : good(check, 'the scanner answers')
}

/** The database, the roles, the queue, the audit. */
export async function checkDatabase(
  ownerUrl: string,
  config: Config,
  migrationsFolder: string,
): Promise<Finding[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'throughline doctor' })
  await client.connect()
  try {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    const applied = await appliedMigrations(client)
    const waiting = readMigrations(migrationsFolder).filter(({ name }) => !applied.includes(name))
    const findings =
      waiting.length > 0
        ? [fault('migrations', `${waiting.length} have not been applied`, 'throughline migrate')]
        : [good('migrations', `up to date (${applied.at(-1)})`)]
    if (applied.length === 0) return findings
    const facts = await readFacts(client)
    return [
      checkVersion(facts.version),
      ...findings,
      facts.openTables.length > 0
        ? fault(
            'row-level security',
            `not forced on: ${facts.openTables.join(', ')}`,
            'Somebody has changed the tables. Find out who, and force it again.',
          )
        : good('row-level security', 'forced on every table'),
      facts.unaudited.length > 0
        ? fault(
            'triggers',
            `switched off on: ${facts.unaudited.join(', ')}`,
            'Changes there are not audited. Find out who did it, and switch them on again.',
          )
        : good('triggers', 'on'),
      checkClock(facts.now),
      await checkApplication(client, ownerUrl, config),
      await checkQueue(client),
      await checkSealing(client, config),
    ]
  } finally {
    await client.end()
  }
}

function checkVersion(version: string): Finding {
  return Number.parseInt(version, 10) >= 18
    ? good('database', `PostgreSQL ${version}`)
    : fault('database', `PostgreSQL ${version}`, 'Throughline needs PostgreSQL 18 or newer.')
}

const mostSecondsApart = 5

function checkClock(databaseNow: Temporal.Instant): Finding {
  const apart = Math.abs(Temporal.Now.instant().since(databaseNow).total('seconds'))
  return apart > mostSecondsApart
    ? fault(
        'clock',
        `the database’s clock is ${Math.round(apart)} seconds off ours`,
        'Let both keep time with NTP.',
      )
    : good('clock', 'agrees with the database’s')
}

/** Connects as the application does. The login is not made and its password not set: a diagnosis changes nothing. */
async function checkApplication(owner: Client, ownerUrl: string, config: Config): Promise<Finding> {
  const check = 'application role'
  if (config.secret === undefined && !existsSync(join(config.dataFolder, 'secret')))
    return fault(check, 'not looked at without the secret', 'Put the installation’s secret in place.')
  const url = config.databaseAppUrl ?? (await findAppLogin(owner, ownerUrl, openSecret(config)))
  if (config.databaseAppUrl === undefined && !(await hasLogin(owner, new URL(url).username)))
    return warning(check, 'its login is not made yet', 'The next start makes it: throughline start')
  const client = new Client({ connectionString: url, application_name: 'throughline doctor' })
  try {
    await client.connect()
    const excess = await findExcessRights(client)
    return excess.length > 0
      ? fault(
          check,
          excess.join('; '),
          'Connect the application as a role that owns nothing: see docs/running.md.',
        )
      : good(check, 'owns nothing and is held by row-level security')
  } catch (cause) {
    return fault(
      check,
      `cannot connect (${(cause as Error).message})`,
      'Is the secret the one that the database was made with? Look at DATABASE_APP_URL too.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

async function checkQueue(client: Client): Promise<Finding> {
  const queue = await readQueue(client)
  if (!queue)
    return warning(
      'background jobs',
      'the queue is not made yet',
      'The next start makes it: throughline start',
    )
  if (queue.waiting > 0)
    return warning(
      'background jobs',
      `${queue.waiting} have waited for more than ten minutes`,
      'Is a server running? The administrator’s page shows them.',
    )
  if (queue.failed > 0)
    return warning(
      'background jobs',
      `${queue.failed} failed`,
      'The administrator’s page shows why, and tries again.',
    )
  return good('background jobs', 'nothing waits too long')
}

const freshSeconds = 300

async function checkSealing(client: Client, { dataFolder }: Config): Promise<Finding> {
  const lost = await findLostHeads(client, keptHeads(dataFolder).read())
  if (lost.length > 0)
    return fault(
      'audit',
      `no longer holds what was sealed before: ${lost.join(', ')}`,
      'Somebody has tampered with it, or an older backup was restored. throughline audit verify names the rows.',
    )
  const seconds = await readUnsealedAge(client)
  return seconds > freshSeconds
    ? warning(
        'audit',
        `not sealed for ${Math.round(seconds / 60)} minutes`,
        'A running server seals it each minute; start one, then: throughline audit verify',
      )
    : good('audit', 'sealed; throughline audit verify looks at every row')
}
