import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { page, route } from '../../platform/http/index.ts'
import { BackLink, SummaryList, WarningText } from '../../ui/govuk/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { WhomToReach } from '../appointments/index.ts'
import { HowToTalk, interpreterWords, listPeople, nameOf, type Person } from '../children/index.ts'
import { type Feedback, listFeedback, listInvitations, paperPath, ways } from '../feedback/index.ts'
import { lastDayFor, outcomes, stateOf } from './asking.ts'
import { listTries, type Try } from './askingQueries.ts'
import { type Asked, loadToAsk } from './loadToAsk.ts'
import {
  askByLinkPath,
  askPath,
  endLinkPath,
  takeBackSaidPath,
  toAskPath,
  tryPath,
  typeInPath,
} from './paths.ts'
import { AskingTag } from './words.tsx'

/**
 * What somebody needs who asks a child how it was: how to talk with the child, whom to reach, and what came of it so far.
 * Nothing of the case, of what the child is said to have done, or of the alerts stands here.
 */
export const askRoute = route({
  method: 'GET',
  path: askPath,
  permission: 'feedback.ask',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at how to ask a child how it was' },
  async handle(request) {
    const found = await loadToAsk(request)
    if (!found.ok) return found.reason
    const { tx, now } = request
    const { child, it, form } = found.value
    const [people, tries, said, links] = await Promise.all([
      listPeople(tx, child.childId),
      listTries(tx, form.id, it.id),
      listFeedback(tx, it.id),
      listInvitations(tx, it.id),
    ])
    return page(
      `Ask ${nameOf(child)}`,
      <Body
        {...found.value}
        people={people}
        tries={tries}
        said={said.filter(each => each.form === form.id)}
        links={links.filter(
          each =>
            each.form === form.id &&
            !each.withdrawnAt &&
            !each.isUsed &&
            Temporal.Instant.compare(each.expiresAt, now) > 0,
        )}
        now={now}
      />,
      { width: 'reading', above: <BackLink href={toAskPath.to()}>Who to ask</BackLink> },
    )
  },
})

type Given = Asked & {
  people: readonly Person[]
  tries: readonly Try[]
  said: readonly Feedback[]
  links: Awaited<ReturnType<typeof listInvitations>>
  now: Temporal.Instant
}

function Body({ child, it, form, people, tries, said, links, now }: Given) {
  const of = { childId: child.childId, involvementId: it.id }
  const lastDay = lastDayFor(it.endedOn, form)
  const isDone = ['said', 'declined', 'over'].includes(stateOf(it, lastDay, now))
  return (
    <>
      <h1 class="govuk-heading-l">
        Ask <bdi>{nameOf(child)}</bdi> how it was
      </h1>
      <p class="govuk-body">
        <AskingTag it={it} lastDay={lastDay} now={now} />
      </p>
      <SummaryList rows={factsOf(child, it, lastDay).map(fact)} />
      <HowToTalk child={child} />
      {child.alerts.length > 0 && (
        <WarningText>
          There is something to know before somebody meets this child.{' '}
          {it.workers.length > 0 ? `Ask ${it.workers.join(', ')} first.` : 'Ask a senior first.'}
        </WarningText>
      )}
      <WhomToReach
        child={{ phone: child.phone, alerts: [] }}
        everybody={people.map(person => ({ ...person, barredReason: '' }))}
        isListed={isOfFamily}
      />
      <h2 class="govuk-heading-m">If somebody is not safe</h2>
      <p class="govuk-body">
        Do not promise to keep it to yourself. Tell {[...it.workers, 'a senior'].join(' or ')} on the same
        day. Is somebody in danger now? Call 999.
      </p>
      <h2 class="govuk-heading-m">{form.title}</h2>
      <p class="govuk-hint">
        {form.source}
        {form.unverified && ' (unverified)'}.
      </p>
      {isDone && <p class="govuk-body">This is done. If something has changed, you can still go on here.</p>}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={typeInPath.to({ ...of, form: form.id })}>
            Type in what they say
          </a>
          , while you talk or from the form on paper
        </li>
        <li>
          <a class="govuk-link" href={askByLinkPath.to({ ...of, form: form.id })}>
            Give them a link
          </a>{' '}
          to answer by themselves
        </li>
        <li>
          <a class="govuk-link" href={paperPath.to({ form: form.id })}>
            Print the form
          </a>
        </li>
        <li>
          <a class="govuk-link" href={tryPath.to(of)}>
            Write down that nothing was said
          </a>
          : nobody was reached, later, or they do not want to
        </li>
      </ul>
      {links.map(({ invitationId, expiresAt }) => (
        <p class="govuk-body" key={invitationId}>
          A link works until {writeMoment(expiresAt, ukZone)}.{' '}
          <a class="govuk-link" href={endLinkPath.to({ ...of, invitationId })}>
            Withdraw it
            <span class="govuk-visually-hidden">, which works until {writeMoment(expiresAt, ukZone)}</span>
          </a>
        </p>
      ))}
      {said.map(({ feedbackId, givenAt, way, withdrawnAt }) => (
        <p class="govuk-body" key={feedbackId}>
          {writeDate(dayInUk(givenAt))}: {ways[way].toLowerCase()}.{' '}
          {withdrawnAt ? (
            `Taken back on ${writeDate(dayInUk(withdrawnAt))}, and deleted.`
          ) : (
            <a class="govuk-link" href={takeBackSaidPath.to({ ...of, feedbackId })}>
              Take it back, if they want that
            </a>
          )}
        </p>
      ))}
      <Tries tries={tries} />
    </>
  )
}

/** The child, and those who answer for the child at home: nobody who would say what the work was about. */
const isOfFamily = ({ kind }: Person) => kind === 'parent' || kind === 'carer'

function factsOf(child: Asked['child'], it: Asked['it'], lastDay: Temporal.PlainDate) {
  return [
    ['Work ended', writeDate(it.endedOn)],
    ['Ask until', writeDate(lastDay)],
    ['Worked with', it.workers.join(', ')],
    ['Said as', child.saidAs],
    ['Pronouns', child.pronouns],
    ['Language', child.language],
    ['Interpreter', interpreterWords(child)],
    ['What helps this child to take part', child.whatHelps],
  ] as const
}

function fact([key, value]: readonly [string, string]) {
  return value === '' ? undefined : { key, value: <bdi class="tl-keep-lines">{value}</bdi> }
}

function Tries({ tries }: { tries: readonly Try[] }) {
  return tries.length === 0 ? null : (
    <SortableTable
      id="tries"
      caption="When nothing was said"
      rows={tries}
      rowKey={({ tryId }) => tryId}
      columns={[
        {
          key: 'at',
          heading: 'When',
          isRowHeader: true,
          isOneLine: true,
          cell: ({ at }) => writeMoment(at, ukZone),
        },
        {
          key: 'what',
          heading: 'What came of it',
          cell: ({ outcome, againOn }) =>
            againOn ? `${outcomes[outcome]}, from ${writeDate(againOn)}` : outcomes[outcome],
        },
        { key: 'note', heading: 'Note', cell: ({ note }) => <bdi class="tl-keep-lines">{note}</bdi> },
        { key: 'by', heading: 'By', cell: ({ by }) => by },
      ]}
    />
  )
}
