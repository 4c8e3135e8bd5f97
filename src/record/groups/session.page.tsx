import { fingerprints, form, formPage, SendingMarks } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { notFound, page, type Request, redirect, route, turnBack } from '../../platform/http/index.ts'
import { BackLink, Button, SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import {
  AppointmentStatus,
  appointmentPath,
  clashWords,
  halfMeant,
  listClashesAt,
  warnOfClashes,
  withHalf,
  withoutEmptyPlaces,
} from '../appointments/index.ts'
import { alertTitles, nameOf } from '../children/index.ts'
import { attendanceTyped, attendanceVersion, othersCame } from './attendance.form.ts'
import {
  type Attendance,
  canRecord,
  type Group,
  isAhead,
  onlySeen,
  type Session,
  someChild,
} from './group.ts'
import { loadSession } from './loadGroup.ts'
import { attendancePath, cancelSessionPath, groupPath, moveSessionPath, sessionPath } from './paths.ts'
import { sessionFields, sessionFrom, sessionOffer, sessionTyped } from './session.form.ts'
import { changeSession, findSession } from './sessionQueries.ts'

const showRoute = route({
  method: 'GET',
  path: sessionPath,
  permission: 'contacts.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const found = await loadSession(request)
    if (!found.ok) return found.reason
    const { group, session, attendance } = found.value
    const { now, who } = request
    const names = { ...group, ...session }
    const mayRecord = reachOf('contacts.record', who.roles) !== undefined
    const mayRun = reachOf('groups.run', who.roles) !== undefined
    const title = session.title === '' ? group.title : `${group.title}: ${session.title}`
    const canRecordNow = mayRecord && canRecord(session, now)
    const isFresh = canRecordNow && nobodyRecorded(attendance)
    const actions = [
      ...(canRecordNow && !isFresh ? [{ href: attendancePath.to(names), text: 'Record who came' }] : []),
      ...(mayRun && isAhead(session, attendance)
        ? [
            { href: moveSessionPath.to(names), text: 'Move it', isSecondary: true },
            { href: cancelSessionPath.to(names), text: 'Call off', isSecondary: true },
          ]
        : []),
    ]
    return page(
      title,
      <>
        <PageHeaderActions heading={<bdi>{title}</bdi>} actions={actions} />
        <SummaryList
          rows={[
            {
              key: 'When',
              value: `${writeMoment(session.startsAt, ukZone)}, for ${session.minutes} minutes`,
            },
            { key: 'Where', value: <bdi>{session.place}</bdi> },
            { key: 'With', value: [session.leadName, ...session.workerNames].join(', ') },
            session.cancelledAt && { key: 'Called off', value: writeMoment(session.cancelledAt, ukZone) },
          ]}
        />
        {isFresh && <AllCame {...found.value} request={request} />}
        <p class="govuk-body">{onlySeen}</p>
        <Children attendance={attendance} now={now} />
      </>,
      { above: <BackLink href={groupPath.to(group)}>{group.title}</BackLink> },
    )
  },
})

type AllCameGiven = { group: Group; session: Session; attendance: Attendance[]; request: Request }

/** Whether there are children in the session, and nobody has said of any of them whether they came. */
const nobodyRecorded = (attendance: readonly Attendance[]) =>
  attendance.length > 0 && attendance.every(({ state }) => state === 'planned')

/**
 * Most often everybody came: that is one press, held against what the page shows like the page for each child, which stands
 * beside it.
 */
function AllCame({ group, session, attendance, request }: AllCameGiven) {
  const address = attendancePath.to({ ...group, ...session })
  return (
    <form method="post" action={address} class="tl-no-print">
      <h2 class="govuk-heading-m">Who came?</h2>
      <SendingMarks request={request} />
      <input type="hidden" name="_version" value={attendanceVersion(attendance)} />
      <input type="hidden" name="_was" value={fingerprints(attendanceTyped(attendance))} />
      <div class="govuk-button-group">
        <Button preventDoubleClick name={othersCame.name} value={othersCame.value}>
          {attendance.length === 1 ? 'The child came' : `All ${attendance.length} came`}
        </Button>
        <Button href={address} classes="govuk-button--secondary">
          {attendance.length === 1 ? 'Say whether the child came' : 'Say who came'}
        </Button>
      </div>
    </form>
  )
}

function Children({ attendance, now }: { attendance: Attendance[]; now: Temporal.Instant }) {
  return (
    <SortableTable
      id="attendance"
      caption={`Children in the session: ${attendance.length}`}
      rows={attendance}
      rowKey={({ appointmentId }) => appointmentId}
      empty={<p class="govuk-body">No child is in this session.</p>}
      columns={[
        {
          key: 'name',
          heading: 'Child',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={appointmentPath.to(it)}>
              <bdi>{nameOf(it)}</bdi>
            </a>
          ),
        },
        { key: 'stands', heading: 'How it stands', cell: it => <AppointmentStatus it={it} now={now} /> },
        { key: 'why', heading: 'Why missed', cell: it => it.missedReason },
        { key: 'word', heading: 'What happened', cell: it => it.whatHappened },
        { key: 'know', heading: 'Know before', cell: it => alertTitles(it.alerts).join('; ') },
      ]}
    />
  )
}

/** The session, as long as it can be moved or called off. What has been sent is never turned away for that. */
async function loadAhead(request: Request) {
  const found = await loadSession(request)
  if (!found.ok) return found
  const { group, session, attendance } = found.value
  if (isAhead(session, attendance)) return found
  const at = sessionPath.to({ ...group, ...session })
  return refused(turnBack(at, 'That cannot be done any more. This is how the session stands.'))
}

/** Those for whom it was not cancelled: it moves with them. */
function childrenIn(attendance: readonly Attendance[]): string[] {
  return attendance.filter(({ state }) => state === 'planned').map(({ childId }) => childId)
}

const moveRoutes = formPage({
  path: moveSessionPath,
  permission: 'groups.run',
  change: 'Moved the session of a group',
  async load(request) {
    const found = await loadAhead(request)
    return found.ok ? ok({ ...found.value, ...(await sessionOffer(request)) }) : found
  },
  form: loaded => form({ id: 'group-session', fields: withoutEmptyPlaces(sessionFields(loaded), loaded) }),
  title: () => 'Move the session',
  back: ({ group, session }) => sessionPath.to({ ...group, ...session }),
  initial: loaded => sessionTyped(loaded.session, loaded),
  version: ({ session }) => session.version,
  row: ({ session }) => ({ table: 'group_session', key: { session_id: session.sessionId } }),
  submit: 'Save',
  async check(request, values, { session, attendance, places }) {
    const plan = sessionFrom(values, { places }, request.today)
    if (!plan.ok) return plan
    const { leadUser: withUser, ...when } = plan.value
    const warned = await warnOfClashes(request, {
      childIds: childrenIn(attendance),
      plan: { ...when, withUser },
      session: session.sessionId,
      whose: someChild,
    })
    return ok(withHalf(halfMeant(request, 'time'), warned))
  },
  async save({ tx, today, now }, values, { group, session, attendance, places }) {
    const plan = sessionFrom(values, { places }, today)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    if (await changeSession(tx, session, plan.value, now)) {
      const { leadUser: withUser, startsAt, minutes } = plan.value
      const who = { childIds: childrenIn(attendance), withUser, session: session.sessionId }
      const clashes = clashWords(await listClashesAt(tx, who, [startsAt], minutes), someChild)
      const words = ['The session has been moved.', clashes].filter(said => said)
      return redirect(sessionPath.to({ ...group, ...session }), words.join(' '))
    }
    const theirs = await findSession(tx, group.groupId, session.sessionId)
    if (!theirs) return notFound
    return { kind: 'collision', theirs: sessionTyped(theirs, { places }), version: theirs.version }
  },
})

const cancelRoutes = formPage({
  path: cancelSessionPath,
  permission: 'groups.run',
  change: 'Called off the session of a group',
  load: loadAhead,
  form: () =>
    form({
      id: 'call-off',
      fields: {
        reason: { kind: 'text', label: 'Why?', required: 'Say why it is called off', maxLength: 500 },
      },
    }),
  title: () => 'Call off the session',
  intro: () => <p class="govuk-body">It is cancelled for every child in it. Tell them and their families.</p>,
  back: ({ group, session }) => sessionPath.to({ ...group, ...session }),
  version: ({ session }) => session.version,
  row: ({ session }) => ({ table: 'group_session', key: { session_id: session.sessionId } }),
  submit: 'Call off the session',
  leave: 'Keep it',
  isWarning: true,
  async save({ tx, now }, _values, { group, session }) {
    if (await changeSession(tx, session, { cancelled: true }, now))
      return redirect(sessionPath.to({ ...group, ...session }), 'The session has been called off.')
    return { kind: 'collision', theirs: {}, version: session.version + 1 }
  },
})

export const sessionRoutes = [showRoute, ...moveRoutes, ...cancelRoutes]
