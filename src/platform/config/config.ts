import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** Everything that can be set from outside, read once when the program starts. See docs/running.md. */
export type Config = {
  /** Where the embedded database, the installation's secret and logs are kept. */
  dataFolder: string
  /** A server's address as the owner of the tables; absent: the embedded database is used. */
  databaseUrl: string | undefined
  /** A server's address as the application's role, where the owner may not make roles. */
  databaseAppUrl: string | undefined
  host: string
  port: number
  /** The address that people type, without a slash at the end: https://throughline.example. */
  publicUrl: string
  /** How many proxies stand in front; their forwarded addresses are believed. */
  trustedProxies: number
  smtpUrl: string | undefined
  mailFrom: string
  /** Set where several nodes share one installation; absent: a file in the data folder holds it. */
  secret: string | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** Sessions end after this many minutes without a request, and after this many hours in any case. */
  sessionIdleMinutes: number
  sessionHours: number
  /** ClamAV's daemon, as host:port or the path of its socket; absent: files are not scanned. */
  clamdAddress: string | undefined
  /** How large a file about a child may be, in MB of 1,000,000 bytes. */
  attachmentMegabytes: number
  /** How many years an empty database is filled with, where it gets the demonstration. */
  demonstrationYears: number
}

/** Settings that cannot be used, each with what to do. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

const wholeNumber = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine(n => n >= low && n <= high, `must be from ${low} to ${high}`)

const settings = z.object({
  THROUGHLINE_DATA: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_APP_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  THROUGHLINE_URL: z.url('must be a whole address such as https://throughline.example').optional(),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Throughline <no-reply@throughline.invalid>'),
  THROUGHLINE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  SESSION_IDLE_MINUTES: wholeNumber(1, 1_440).default(30),
  SESSION_HOURS: wholeNumber(1, 24).default(12),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(\/\S+|[^\s/:]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5})$/i, 'must be host:port or the path of a socket')
    .optional(),
  ATTACHMENT_MEGABYTES: wholeNumber(1, 50).default(10),
  DEMONSTRATION_YEARS: wholeNumber(0, 10).default(3),
})

/**
 * Reads the settings from environment variables.
 * @throws ConfigFault naming every setting that cannot be used
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = settings.safeParse(given)
  if (!read.success) {
    const faults = read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
    throw new ConfigFault(`These settings cannot be used:\n  ${faults.join('\n  ')}`)
  }
  const s = read.data
  return {
    dataFolder: s.THROUGHLINE_DATA ?? defaultDataFolder(env),
    databaseUrl: s.DATABASE_URL,
    databaseAppUrl: s.DATABASE_APP_URL,
    host: s.HOST,
    port: s.PORT,
    publicUrl: (s.THROUGHLINE_URL ?? `http://localhost:${s.PORT}`).replace(/\/+$/, ''),
    trustedProxies: s.TRUSTED_PROXIES,
    smtpUrl: s.SMTP_URL,
    mailFrom: s.MAIL_FROM,
    secret: s.THROUGHLINE_SECRET,
    logLevel: s.LOG_LEVEL,
    sessionIdleMinutes: s.SESSION_IDLE_MINUTES,
    sessionHours: s.SESSION_HOURS,
    clamdAddress: s.CLAMD_ADDRESS,
    attachmentMegabytes: s.ATTACHMENT_MEGABYTES,
    demonstrationYears: s.DEMONSTRATION_YEARS,
  }
}

/** Root's home is closed to the account that the embedded database runs as, so root keeps data in /var/lib. */
function defaultDataFolder(env: Record<string, string | undefined>): string {
  if (process.platform !== 'win32' && process.getuid?.() === 0) return '/var/lib/throughline'
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'Throughline')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'throughline')
}
