import { sectionForm } from '../../engine/assessments/index.ts'
import {
  askingFacts,
  askingKnown,
  type Fields,
  type Form,
  type KnownNames,
} from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Child, knownFacts, knownNames } from '../children/index.ts'
import { listPlaces } from '../places/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import { sectionPath } from './paths.ts'

/**
 * The questions of a section as they are asked now: of facts, places and people, with what the record says.
 * @param mayEdit whether the reader may put right what the record says
 */
export async function askSection(
  tx: Work,
  it: Pick<OpenedAssessment, 'childId' | 'assessmentId' | 'asked' | 'answers' | 'saved'>,
  id: string,
  { child, today, mayEdit = false }: { child: Child; today: Temporal.PlainDate; mayEdit?: boolean },
): Promise<Form> {
  const { asked, answers, saved } = it
  const form = sectionForm(asked, id, answers)
  const back = sectionPath.to({ ...it, section: id })
  const wanted = Object.values(form.fields).flatMap(field => (field.kind === 'fact' ? field.fact : []))
  const facts =
    wanted.length > 0 ? await knownFacts(tx, child, today, new Set(wanted), { mayEdit, back }) : {}
  const names = await namesFor(tx, form.fields, child, today)
  const held = saved.get(id)?.answers ?? {}
  return { ...form, fields: askingKnown(askingFacts(form.fields, facts), names, held) }
}

/** The places and people that a section offers to choose from: read only where it asks for one. */
async function namesFor(
  tx: Work,
  fields: Fields,
  { childId }: Child,
  today: Temporal.PlainDate,
): Promise<KnownNames> {
  const kinds = new Set(Object.values(fields).map(({ kind }) => kind))
  if (!kinds.has('place') && !kinds.has('around')) return { place: [], around: [] }
  const { place, around } = await knownNames(tx, childId, today)
  const rooms = kinds.has('place') ? await listPlaces(tx) : []
  return { place: [...place, ...rooms.map(({ name }) => name)], around }
}
