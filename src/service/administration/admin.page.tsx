import { reachOf } from '../../platform/access/index.ts'
import { listApiKeys } from '../../platform/api/index.ts'
import { auditState } from '../../platform/audit/index.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import { listAccounts } from '../../platform/identity/index.ts'
import { countFailures } from '../../platform/jobs/index.ts'
import { countMessages } from '../../platform/mail/index.ts'
import {
  countBrokenGlass,
  glassReviewsPath,
  leftToNobodyPath,
  listLeftToNobody,
} from '../../record/children/index.ts'
import { countExports } from './exportListQueries.ts'
import { keyStateOf } from './keyState.ts'
import { adminPath, auditPath, exportsPath, jobsPath, keysPath, messagesPath, peoplePath } from './paths.ts'

/** "No jobs have", "1 job has", "12 jobs have". */
function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number === 0 ? 'No' : number} ${many}`
}

export const adminRoutes = [
  route({
    method: 'GET',
    path: adminPath,
    permission: 'audit.verify',
    audit: { kind: 'none', why: 'shows how many there are of each thing' },
    async handle(request) {
      const parts = [
        ...(reachOf('accounts.manage', request.who.roles) ? await forAdministrators(request) : []),
        ...(reachOf('glass.review', request.who.roles) ? await forManagers(request) : []),
        ...(reachOf('exports.see', request.who.roles) ? [await exportsPart(request)] : []),
        await auditPart(request),
      ]
      return page(
        'Admin',
        <>
          <h1 class="govuk-heading-l">Admin</h1>
          {parts.map(part => (
            <section key={part.href}>
              <h2 class="govuk-heading-m">
                <a class="govuk-link" href={part.href}>
                  {part.title}
                </a>
              </h2>
              <p class="govuk-body">
                {part.words} {part.now}
              </p>
            </section>
          ))}
        </>,
        { width: 'reading' },
      )
    },
  }),
]

type Part = { href: string; title: string; words: string; now: string }

async function forAdministrators({ tx, who, now }: Request): Promise<Part[]> {
  const people = (await listAccounts(tx, who.serviceId)).filter(person => person.disabledAt === null)
  const { unsent } = await countMessages(tx, who.serviceId)
  const failed = await countFailures(tx, who.serviceId)
  const states = (await listApiKeys(tx, who.serviceId)).map(key => keyStateOf(key, now))
  const good = states.filter(state => state === 'good' || state === 'ends-soon').length
  const ending = states.filter(state => state === 'ends-soon').length
  return [
    {
      href: peoplePath.to(),
      title: 'People',
      words: `Who may sign in to ${who.serviceName}, and as what.`,
      now: `${count(people.length, 'person has', 'people have')} an account.`,
    },
    {
      href: messagesPath.to(),
      title: 'Messages',
      words: 'Invitations and links for new passwords, on their way or waiting for you.',
      now: `${count(unsent, 'message waits', 'messages wait')} to be sent or handed on.`,
    },
    {
      href: keysPath.to(),
      title: 'API keys',
      words: 'With which systems of partners send to the service by themselves.',
      now: `${count(good, 'key', 'keys')} can be used${ending === 0 ? '' : `; ${ending} of them ${ending === 1 ? 'ends' : 'end'} within a month`}.`,
    },
    {
      href: jobsPath.to(),
      title: 'Background jobs',
      words: 'What the program does by itself, and what went wrong.',
      now: `${count(failed, 'job has', 'jobs have')} failed.`,
    },
  ]
}

async function forManagers({ tx }: Request): Promise<Part[]> {
  const waiting = await countBrokenGlass(tx)
  const left = await listLeftToNobody(tx)
  return [
    {
      href: leftToNobodyPath.to(),
      title: 'Restricted records that wait',
      words: 'Everybody who was named has left, or has declared a conflict of interest.',
      now: `${count(left.length, 'record waits', 'records wait')} for a manager to name somebody.`,
    },
    {
      href: glassReviewsPath.to(),
      title: 'Restricted records that were opened',
      words: 'Somebody who had no access gave a reason and opened a restricted record.',
      now: `${count(waiting, 'opening waits', 'openings wait')} for your review.`,
    },
  ]
}

/** So many days back the exports are counted. */
const countedDays = 30

async function exportsPart({ tx, now }: Request): Promise<Part> {
  const number = await countExports(tx, now.subtract({ hours: 24 * countedDays }))
  return {
    href: exportsPath.to(),
    title: 'Exported lists',
    words: 'Who took which list out of the program as a file.',
    now: `${count(number, 'export', 'exports')} in the last ${countedDays} days.`,
  }
}

async function auditPart({ tx }: Request): Promise<Part> {
  const { sealed, waiting } = await auditState(tx)
  return {
    href: auditPath.to(),
    title: 'Audit',
    words: 'Every change and every look at a record, sealed against tampering.',
    now: `${sealed.toLocaleString('en-GB')} sealed, ${waiting.toLocaleString('en-GB')} waiting to be.`,
  }
}
