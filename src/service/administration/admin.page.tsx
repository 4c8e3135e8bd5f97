import { page, route } from '../../platform/http/index.ts'
import { listAccounts } from '../../platform/identity/index.ts'
import { listFailures } from '../../platform/jobs/index.ts'
import { listMessages } from '../../platform/mail/index.ts'
import { adminPath, jobsPath, messagesPath, peoplePath } from './paths.ts'

/** "No jobs have", "1 job has", "12 jobs have". */
function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number === 0 ? 'No' : number} ${many}`
}

export const adminRoutes = [
  route({
    method: 'GET',
    path: adminPath,
    permission: 'accounts.manage',
    audit: { kind: 'none', why: 'shows how many there are of each thing' },
    async handle({ tx, who }) {
      const people = (await listAccounts(tx, who.serviceId)).filter(person => person.disabledAt === null)
      const unsent = (await listMessages(tx, who.serviceId)).filter(message => message.sentAt === null)
      const failures = await listFailures(tx, who.serviceId)
      const parts = [
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
          now: `${count(unsent.length, 'message waits', 'messages wait')} to be sent or handed on.`,
        },
        {
          href: jobsPath.to(),
          title: 'Background jobs',
          words: 'What the program does by itself, and what went wrong.',
          now: `${count(failures.length, 'job has', 'jobs have')} failed.`,
        },
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
