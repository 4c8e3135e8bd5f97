import { SendingMarks } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { roleNames } from '../../platform/access/index.ts'
import { notFound, page, type Request, redirect, route } from '../../platform/http/index.ts'
import { type Account, findAccount } from '../../platform/identity/index.ts'
import { Button, SummaryList } from '../../ui/govuk/index.ts'
import { sendInvitation } from '../accounts/index.ts'
import { abovePerson } from './Above.tsx'
import {
  disablePath,
  editPersonPath,
  enablePath,
  inviteAgainPath,
  personPath,
  removeSecondStepPath,
} from './paths.ts'
import { stateNames, stateOf } from './personState.ts'
import { sentFlash } from './words.ts'

/** The account that an address of the administration names, in the administrator's own service. */
export function findPerson({ tx, who, params }: Request): Promise<Account | undefined> {
  return findAccount(tx, { serviceId: who.serviceId, userId: params.userId ?? '' })
}

function writeWhen(at: Temporal.Instant | null): string {
  return at ? writeMoment(at, ukZone) : 'Never'
}

async function personPage(request: Request) {
  const person = await findPerson(request)
  if (!person) return notFound
  const { userId } = person
  const edit = (what: string) => ({
    href: editPersonPath.to({ userId }),
    text: 'Change',
    visuallyHiddenText: what,
  })
  return page(
    person.name,
    <>
      <h1 class="govuk-heading-l" dir="auto">
        {person.name}
      </h1>
      <SummaryList
        rows={[
          { key: 'Name', value: <span dir="auto">{person.name}</span>, actions: [edit('name')] },
          { key: 'Email address', value: person.email },
          {
            key: 'Roles',
            value: person.roles.map(role => roleNames[role]).join(', '),
            actions: [edit('roles')],
          },
          { key: 'State', value: stateNames[stateOf(person, request.now)] },
          {
            key: 'Second step',
            value: person.hasSecondFactor ? 'Set up' : 'None',
            ...(person.hasSecondFactor
              ? {
                  actions: [
                    {
                      href: removeSecondStepPath.to({ userId }),
                      text: 'Remove',
                      visuallyHiddenText: 'second step',
                    },
                  ],
                }
              : {}),
          },
          { key: 'Account made', value: writeWhen(person.createdAt) },
          { key: 'Last seen', value: writeWhen(person.lastSeen) },
        ]}
      />
      <Deeds person={person} request={request} />
    </>,
    { width: 'reading', above: abovePerson },
  )
}

function Deeds({ person, request }: { person: Account; request: Request }) {
  const { userId } = person
  if (person.disabledAt) return <Button href={enablePath.to({ userId })}>Enable this account</Button>
  const disable = userId !== request.who.userId && (
    <Button href={disablePath.to({ userId })} classes="govuk-button--warning">
      Disable this account
    </Button>
  )
  if (person.hasPassword) return <>{disable}</>
  return (
    <form class="govuk-button-group" method="post" action={inviteAgainPath.to({ userId })}>
      <SendingMarks request={request} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Send the invitation again
      </Button>
      {disable}
    </form>
  )
}

export const personRoutes = [
  route({
    method: 'GET',
    path: personPath,
    permission: 'accounts.manage',
    audit: { kind: 'none', why: 'shows a colleague, not a child' },
    handle: personPage,
  }),
  route({
    method: 'POST',
    path: inviteAgainPath,
    permission: 'accounts.manage',
    audit: { kind: 'change', what: 'Sent an invitation again' },
    async handle(request) {
      const { platform, tx, who } = request
      const person = await findPerson(request)
      if (!person || person.hasPassword || person.disabledAt) return notFound
      await sendInvitation(platform, tx, { serviceId: who.serviceId, userId: person.userId })
      return redirect(personPath.to({ userId: person.userId }), sentFlash(platform.config))
    },
  }),
]
