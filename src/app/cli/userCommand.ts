import { type Command, InvalidArgumentError } from 'commander'
import { pino } from 'pino'
import { isRole, type Role, roleNames, roles } from '../../platform/access/index.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { type Account, listAccounts } from '../../platform/identity/index.ts'
import { startJobs } from '../../platform/jobs/index.ts'
import {
  inviteAccount,
  type Kept,
  setDisabled,
  workHeldBy,
  workHeldWords,
} from '../../service/accounts/index.ts'
import type { Installation } from '../installation.ts'
import { CommandFault, type Io, inColumns, printResult, withExamples, withJson } from './io.ts'
import { withInstallation } from './open.ts'
import { whichService } from './whichService.ts'

type Common = { json?: boolean; service?: string }
type Adding = Common & { email: string; name: string; role: Role[] }

const which = ['--service <name>', 'the service, by name or id; needed where there are several'] as const

/** `throughline user add|list|disable`: the people who sign in. */
export function addUserCommands(program: Command, io: Io): void {
  const user = program.command('user').summary('add, list or disable people who sign in')
  const add = user
    .command('add')
    .description(
      'Adds a person and prints the link with which they choose their password. It is good for a week.',
    )
    .requiredOption('--email <address>', 'the e-mail address to sign in with')
    .requiredOption('--name <name>', 'the name that colleagues see')
    .requiredOption(
      '--role <role>',
      `what they are employed to do; may be given several times: ${roles.join(', ')}`,
      (word: string, before: Role[] = []) => [...before, roleOf(word)],
    )
    .option(...which)
    .action((options: Adding) => withInstallation(io, installation => addUser(io, installation, options)))
  withExamples(
    withJson(add),
    'throughline user add --email a.lee@example.org --name "Alex Lee" --role administrator',
    'throughline user add --email b.roy@example.org --name "Bea Roy" --role senior --role police-officer',
  )
  const list = user
    .command('list')
    .description('Lists the people who can sign in, and those who no longer can.')
    .option(...which)
    .action((options: Common) => withInstallation(io, installation => listUsers(io, installation, options)))
  withExamples(withJson(list), 'throughline user list', 'throughline user list --json')
  const disable = user
    .command('disable <email>')
    .description('Shuts a person out: ends their sessions and spends their links. What they did stays.')
    .option(...which)
    .action((email: string, options: Common) =>
      withInstallation(io, installation => disableUser(io, installation, email, options)),
    )
  withExamples(withJson(disable), 'throughline user disable a.lee@example.org')
}

function roleOf(word: string): Role {
  if (isRole(word)) return word
  throw new InvalidArgumentError(`There is no role “${word}”. There are: ${roles.join(', ')}.`)
}

async function addUser(
  io: Io,
  { config, db, ownerUrl, appUrl }: Installation,
  options: Adding,
): Promise<void> {
  const { email, name } = options
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandFault(`“${email}” is not an e-mail address.`)
  if (name.trim() === '') throw new CommandFault('Give the person a name.')
  const { serviceId, name: serviceName } = await whichService(ownerUrl, options.service)
  const roles = [...new Set(options.role)]
  // Only with a mail server is there anything to hand to the background.
  const queue = config.smtpUrl ? await startJobs(appUrl, [], unused, pino({ level: 'silent' })) : undefined
  try {
    const inviting = {
      config,
      now: io.now,
      later: async (...asked: Parameters<NonNullable<typeof queue>['later']>) => queue?.later(...asked),
    }
    const invited = await inTransaction(
      db,
      { serviceId, purpose: 'Added a person on the command line' },
      tx => inviteAccount(inviting, tx, { serviceId, email, name, roles }),
    )
    if (!invited.ok) throw new CommandFault(`${serviceName} has somebody with the address ${email} already.`)
    const { userId, link } = invited.value
    const sent = config.smtpUrl ? ' It is also being sent by e-mail.' : ''
    printResult(
      io,
      options,
      { userId, email: email.trim().toLowerCase(), roles, service: serviceName, link },
      [`Added ${name.trim()} to ${serviceName}. Give them this link within a week:${sent}`, link],
    )
  } finally {
    await queue?.stop()
  }
}

function unused(): never {
  throw new Error('No work is done here, only asked for')
}

async function listUsers(io: Io, { db, ownerUrl }: Installation, options: Common): Promise<void> {
  const { serviceId, name: service } = await whichService(ownerUrl, options.service)
  const accounts = await inTransaction(db, { serviceId, purpose: 'Listed people on the command line' }, tx =>
    listAccounts(tx, serviceId),
  )
  const people = accounts.map(account => ({
    userId: account.userId,
    email: account.email,
    name: account.name,
    roles: account.roles,
    state: stateOf(account),
    hasSecondFactor: account.hasSecondFactor,
    lastSeen: account.lastSeen?.toString() ?? null,
  }))
  const rows = people.map(({ email, name, roles, state }) => [
    email,
    name,
    roles.map(role => roleNames[role]).join(', '),
    state,
  ])
  printResult(io, options, { service, people }, rows.length > 0 ? inColumns(rows) : ['There is nobody yet.'])
}

function stateOf({ disabledAt, hasPassword }: Account): 'disabled' | 'active' | 'invited' {
  if (disabledAt) return 'disabled'
  return hasPassword ? 'active' : 'invited'
}

const whyKept: Record<Kept, string> = {
  unknown: 'There is no such person.',
  'own-account': 'Nobody disables their own account.',
  'own-roles': 'Nobody changes their own roles.',
  'last-administrator': 'This is the last administrator. Add another first.',
  'last-to-open': 'Somebody else must be named for a restricted record first: ask a manager.',
  'changed-meanwhile': 'Somebody has changed this account just now. Try again.',
}

async function disableUser(
  io: Io,
  { db, ownerUrl }: Installation,
  address: string,
  options: Common,
): Promise<void> {
  const { serviceId, name: service } = await whichService(ownerUrl, options.service)
  const email = address.trim().toLowerCase()
  const context = { serviceId, purpose: 'Disabled a person on the command line' }
  const outcome = await inTransaction(db, context, async tx => {
    const account = (await listAccounts(tx, serviceId)).find(each => each.email === email)
    if (!account) throw new CommandFault(`${service} has nobody with the address ${email}.`)
    const changed = await setDisabled(tx, { serviceId, userId: account.userId }, true, { now: io.now() })
    if (!changed.ok) throw new CommandFault(whyKept[changed.reason])
    return { changed: changed.value, held: await workHeldBy(tx, account.userId) }
  })
  const words =
    outcome.changed === 'already' ? `${email} was disabled already.` : `${email} can no longer sign in.`
  const held = workHeldWords(outcome.held)
  const { cases, appointments } = outcome.held
  const result = { email, service, state: 'disabled', openCases: cases, plannedAppointments: appointments }
  printResult(io, options, result, held === '' ? [words] : [words, held])
}
