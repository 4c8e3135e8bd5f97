import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import { may, type Permission, type Role } from '../../platform/access/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import type { TimelineItem } from '../../ui/moj/timeline/Timeline.tsx'
import { appointmentPath, appointmentWords } from '../appointments/index.ts'
import { casePath } from '../cases/index.ts'
import { alertWords, codeWords, factTitle, KeptFrom, notePath } from '../children/index.ts'
import { eventsPath, eventTitle } from '../events/index.ts'
import { NoteBadges, noteWords } from '../notes/index.ts'
import { otherServicesPath } from '../transfers/index.ts'
import type { Happening, HappeningKind } from './chronologyQueries.ts'

/** The kinds of happening in words, in the order in which they are offered, and who may read of them. */
export const happeningKinds: Record<HappeningKind, { title: string; permission: Permission }> = {
  step: { title: 'Steps of cases', permission: 'child.see' },
  appointment: { title: 'Appointments', permission: 'contacts.see' },
  note: { title: 'Notes', permission: 'notes.see' },
  offence: { title: 'Offences', permission: 'child.see' },
  alert: { title: 'Alerts', permission: 'child.see' },
  arrival: { title: 'Arrivals', permission: 'child.see' },
  addresses: { title: 'Moves', permission: 'child.see' },
  education: { title: 'School, college or work', permission: 'child.see' },
  care: { title: 'Care status', permission: 'child.see' },
  sharing: { title: 'What was shared', permission: 'child.see' },
  event: { title: 'Arrests, missing episodes, exclusions', permission: 'events.see' },
  'their-step': { title: 'Cases in another service', permission: 'child.see' },
  'their-contact': { title: 'Contacts in another service', permission: 'contacts.see' },
  'their-note': { title: 'Notes of another service', permission: 'notes.see' },
}

/** The kinds of which somebody may read. */
export function readableKinds(roles: readonly Role[], isRelated: boolean): HappeningKind[] {
  return Object.entries(happeningKinds)
    .filter(([, { permission }]) => may(permission, roles, isRelated))
    .map(([kind]) => kind as HappeningKind)
}

const states: Readonly<Record<string, string>> = {
  planned: 'planned',
  kept: 'kept',
  missed: 'missed',
  'missed-acceptable': 'missed, with an acceptable reason',
  'missed-not-known': 'missed, not known yet if the reason is acceptable',
  cancelled: 'cancelled',
  tried: 'tried, nobody reached',
}

/** A happening as a line of the timeline. */
export function tell(it: Happening, childId: string): TimelineItem {
  const local = it.at.toZonedDateTimeISO(ukZone)
  return {
    key: `${it.kind}-${it.id}`,
    title: it.mark ? (
      <>
        {titleOf(it, childId)} <Badge colour="green">Significant</Badge>
      </>
    ) : (
      titleOf(it, childId)
    ),
    ...(it.by === null || it.kind === 'step' || it.kind === 'appointment' ? {} : { by: it.by }),
    datetime: it.isDay ? local.toPlainDate().toString() : it.at.toString(),
    date: it.isDay ? writeDay(local.toPlainDate()) : writeMoment(it.at, ukZone),
    ...detailOf(it),
  }
}

function detailOf({ kind, by, detail }: Happening): Pick<TimelineItem, 'children'> {
  // A step was often done by somebody else than whoever wrote it down.
  if (kind === 'step') return by === null ? {} : { children: <p>Recorded by {by}</p> }
  if (kind === 'offence')
    return detail === '' ? {} : { children: <p>The day on which it happened is not known.</p> }
  if (kind === 'addresses' || kind === 'education' || kind === 'care') return keptFrom(detail)
  if (detail === '') return {}
  return {
    children: (
      <p class="tl-keep-lines" dir="auto">
        {detail}
        {detail.length === 400 && ' …'}
      </p>
    ),
  }
}

/** Who must not learn of an address stands wherever the address does. */
function keptFrom(detail: string): Pick<TimelineItem, 'children'> {
  const { confidential_from: from = '' } = JSON.parse(detail) as Record<string, string>
  if (from === '') return {}
  return {
    children: (
      <p>
        <KeptFrom who={from} />
      </p>
    ),
  }
}

const beginnings = {
  addresses: 'Moved',
  education: 'School, college or work',
  care: 'Care status',
} as const

/** What began on that day, and until when it lasted. */
function factTold(kind: keyof typeof beginnings, { what, detail, at }: Happening) {
  const day = dayInUk(at)
  const said = JSON.parse(detail) as Record<string, string>
  const until = what === '' ? '' : `, until ${writeDate(Temporal.PlainDate.from(what))}`
  return (
    <>
      {beginnings[kind]}: <bdi>{factTitle(kind, said, day).replaceAll('\n', ', ')}</bdi>
      {until}
    </>
  )
}

function titleOf(it: Happening, childId: string) {
  const practice = practiceInUse()
  switch (it.kind) {
    case 'step':
      return it.involvementId === null ? (
        it.what
      ) : (
        <a class="govuk-link" href={casePath.to({ childId, involvementId: it.involvementId })}>
          {it.what}
        </a>
      )
    case 'appointment':
      return (
        <a class="govuk-link" href={appointmentPath.to({ childId, appointmentId: it.id })}>
          {appointmentWords(it.what)}
          {it.by !== null && ` with ${it.by}`}: {states[it.of] ?? it.of}
        </a>
      )
    case 'note':
      return (
        <>
          <a class="govuk-link" href={notePath.to({ childId, noteId: it.id })}>
            Note: {noteWords(it.what)}
          </a>{' '}
          {it.of.includes('sensitive') && <Badge colour="black">Sensitive</Badge>}{' '}
          {it.of.includes('third-party') && <Badge colour="red">Not to be given to the child</Badge>}
        </>
      )
    case 'offence': {
      const day = dayInUk(it.at)
      const outcome = codeWords('police-outcomes', it.of, it.outcomeOn ?? day)
      return (
        <>
          Offence: <bdi>{it.what}</bdi>
          {outcome !== '' && `. ${outcome}`}
        </>
      )
    }
    case 'alert':
      return `Alert: ${alertWords(it.what).label}${it.of === 'ended' ? ' (ended since)' : ''}`
    case 'addresses':
    case 'education':
    case 'care':
      return factTold(it.kind, it)
    case 'sharing':
      return (
        <>
          Shared with: <bdi>{it.what}</bdi>, {it.of.toLowerCase()}
        </>
      )
    case 'event': {
      const [rule] = practice.reviewRules
      return (
        <>
          <a class="govuk-link" href={eventsPath.to({ childId })}>
            {rule ? eventTitle(rule, it.what) : it.what}
          </a>
          . Told by: <bdi>{it.of}</bdi>
        </>
      )
    }
    case 'arrival': {
      const route = practice.pathways.map(({ routesIn }) => routesIn[it.what]?.title).find(title => title)
      return `${route ?? it.what}${it.of === '' ? '' : `, ${it.of}`}`
    }
    case 'their-step':
    case 'their-contact':
    case 'their-note':
      return (
        <>
          <a class="govuk-link" href={otherServicesPath.to({ childId })}>
            In <bdi>{it.of}</bdi>
          </a>
          : <bdi>{it.what}</bdi>{' '}
          <NoteBadges sensitivity={it.theirSensitivity} hasThirdParty={it.theirHasThirdParty} />
        </>
      )
  }
}
