import { askingPeople, type Fields, type Nameable } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { movedKey } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Appointment, appointmentWords, listPlannedWith } from '../appointments/index.ts'
import { loadScope } from '../workforce/index.ts'
import type { Involvement } from './caseQueries.ts'

/** Whether any of the questions asks for a person. */
export function asksForPerson(fields: Fields): boolean {
  return Object.values(fields).some(({ kind }) => kind === 'person')
}

/** Said where loads stand beside people, as wherever a load is shown. */
const loadNote = `Load is counted by the service’s own points (unverified). ${loadScope}`

/** The same questions, with what a load is where loads are shown. */
function noted(fields: Fields, people: readonly Nameable[]): Fields {
  const isUnverified = practiceInUse().workloads.some(({ unverified }) => unverified)
  if (!isUnverified || !people.some(({ facts }) => facts)) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) =>
      field.kind === 'person'
        ? [name, { ...field, hint: [field.hint, loadNote].filter(text => text).join(' ') }]
        : [name, field],
    ),
  )
}

/**
 * The questions of a step with people to be named. Whoever holds the case already is not somebody to whom it can be
 * handed over.
 */
export function askedOf(
  fields: Fields,
  people: readonly Nameable[],
  { holderId, endedAt }: Pick<Involvement, 'holderId' | 'endedAt'>,
): Fields {
  return askingPeople(
    noted(fields, people),
    people.map(person =>
      person.userId === holderId && endedAt === null
        ? { ...person, cannot: 'holds the case already' }
        : person,
    ),
  )
}

/** The planned appointments that can go with a case from its holder to the next. */
export async function listMoving(
  tx: Work,
  { involvementId, holderId, endedAt }: Pick<Involvement, 'involvementId' | 'holderId' | 'endedAt'>,
  now: Temporal.Instant,
): Promise<Appointment[]> {
  return holderId === null || endedAt !== null
    ? []
    : await listPlannedWith(tx, [involvementId], holderId, now)
}

/** The question which of them go: none where there are none. */
export function askedOfMoving(planned: readonly Appointment[]): Fields {
  return planned.length === 0 ? {} : { [movedKey]: movedField(planned) }
}

function movedField(planned: readonly Appointment[]) {
  return {
    kind: 'choices',
    label: 'Which planned appointments go to the new worker?',
    hint: 'All of them, unless you take a tick away. The others stay with whoever they are planned with.',
    options: planned.map(it => ({
      value: it.appointmentId,
      label: `${writeMoment(it.startsAt, ukZone)}, ${appointmentWords(it.kind).toLowerCase()}, ${it.place}`,
    })),
  } as const
}
