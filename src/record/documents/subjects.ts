import type { DocumentDefinition } from '../../engine/documents/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import { appointmentWords, listPast, listPlanned } from '../appointments/index.ts'
import { formTitle, listAssessments } from '../assessments/index.ts'
import { isLanguage, languageName, listLanguages, planLanguage } from '../easyRead/index.ts'
import { currentPlans, type Plan } from '../plans/index.ts'

/** Something that a document can be made from, to be chosen. */
export type SubjectOption = { value: string; label: string }

/** What is asked, and what is said where there is nothing to choose. */
export const subjectWords = {
  form: {
    asks: 'Which assessment?',
    required: 'Choose an assessment',
    none: 'No assessment of this child has been signed yet.',
  },
  plan: {
    asks: 'Which plan?',
    required: 'Choose a plan',
    none: 'No plan has been signed yet. Begin one under Plan.',
  },
  copy: {
    asks: 'Which copy?',
    required: 'Choose a copy',
    none: 'No plan has been signed yet. Begin one under Plan.',
  },
  appointment: {
    asks: 'Which appointment?',
    required: 'Choose an appointment',
    none: 'No appointment is planned. Plan one under Contacts.',
  },
  'missed-appointment': {
    asks: 'Which missed appointment?',
    required: 'Choose a missed appointment',
    none: 'No appointment was missed lately.',
  },
  'unexcused-appointment': {
    asks: 'Which missed appointment?',
    required: 'Choose a missed appointment',
    none: 'No appointment was missed without an acceptable reason. Say under Contacts whether a reason is acceptable.',
  },
} as const

/** What a document of this kind can be made from now. Empty also where it is about the child alone. */
export async function subjectsOf(
  tx: Work,
  childId: string,
  { about }: DocumentDefinition,
  now: Temporal.Instant,
): Promise<SubjectOption[]> {
  switch (about) {
    case 'child':
      return []
    case 'form':
      return (await listAssessments(tx, childId))
        .filter(({ state }) => state === 'signed')
        .map(({ assessmentId, form, begunAt, begunBy }) => ({
          value: assessmentId,
          label: `${formTitle(form)}, begun ${writeMoment(begunAt, ukZone)} by ${begunBy}`,
        }))
    case 'plan':
      return (await plansOf(tx, childId)).map(plan => ({ value: plan.planId, label: planWords(plan) }))
    case 'copy': {
      const [plans, written] = await Promise.all([plansOf(tx, childId), listLanguages(tx, childId)])
      const languages = [...new Set([planLanguage, ...written])].filter(isLanguage)
      return plans.flatMap(plan =>
        languages.map(language => ({
          value: `${plan.planId}.${language}`,
          label: `${planWords(plan)}: in ${languageName(language)}`,
        })),
      )
    }
    case 'appointment':
      return (await listPlanned(tx, childId))
        .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)
        .map(({ appointmentId, kind, startsAt }) => ({
          value: appointmentId,
          label: `${appointmentWords(kind)}, ${writeMoment(startsAt, ukZone)}`,
        }))
    case 'missed-appointment':
    case 'unexcused-appointment':
      return (await listPast(tx, childId, null))
        .filter(({ state, reasonIsAcceptable }) =>
          about === 'missed-appointment'
            ? state === 'missed'
            : state === 'missed' && reasonIsAcceptable === false,
        )
        .map(({ appointmentId, kind, startsAt }) => ({
          value: appointmentId,
          label: `${appointmentWords(kind)}, ${writeMoment(startsAt, ukZone)}`,
        }))
  }
}

/** Plans that were signed: what is being written is no document yet. */
async function plansOf(tx: Work, childId: string): Promise<Plan[]> {
  const { inForce } = await currentPlans(tx, childId)
  return inForce ? [inForce] : []
}

const planWords = ({ startsOn, begunAt }: Plan): string =>
  startsOn
    ? `The plan in force from ${writeDate(startsOn)}`
    : `The plan begun ${writeMoment(begunAt, ukZone)}`

/** What was chosen, as it is kept: the id, and the language of a copy. */
export function chosenSubject(value: string | undefined): { aboutId: string | null; aboutPart: string } {
  const [id = '', part = ''] = (value ?? '').split('.')
  return { aboutId: id === '' ? null : id, aboutPart: part }
}
