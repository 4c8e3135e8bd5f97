import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { foldedNameOf, wholeNamesOf } from './addChild.ts'
import type { Child } from './child.ts'
import type { DetailsValues } from './details.form.ts'

/** Puts a date of birth that has been learnt in place of one that was not known or was estimated. */
export async function learnBirthDate(tx: Work, childId: string, born: Temporal.PlainDate): Promise<void> {
  await sql`
    update child set birth_date = ${born}, birth_date_basis = 'known', version = version + 1
    where service_id = current_service() and child_id = ${childId} and birth_date_basis <> 'known'`.execute(
    tx,
  )
}

/** Whether an interpreter is needed, as the question is answered: not at all where nobody has said. */
function needAnswered(needs: boolean | null) {
  if (needs === null) return undefined
  return needs ? 'yes' : 'no'
}

/** Details of a child as the questions for them are answered. */
export function typedFromChild(
  child: Omit<
    Child,
    | 'childId'
    | 'reference'
    | 'addedAt'
    | 'version'
    | 'isRestricted'
    | 'isRelated'
    | 'told'
    | 'alerts'
    | 'cases'
  >,
): DetailsValues {
  return {
    'given-name': child.givenName,
    'family-name': child.familyName,
    'known-as': child.knownAs,
    'said-as': child.saidAs,
    pronouns: child.pronouns,
    'birth-date-basis': child.birthDateBasis,
    'birth-date': child.birthDate ?? undefined,
    sex: child.sex,
    ethnicity: child.ethnicity,
    language: child.language,
    'needs-interpreter': needAnswered(child.needsInterpreter),
    'how-to-talk': child.howToTalk,
    'interpreter-note': child.interpreterNote,
    religion: child.religion,
    disability: child.disability === '' ? undefined : child.disability,
    'disability-words': child.disabilityWords,
    'what-helps': child.whatHelps,
    phone: child.phone,
  }
}

/**
 * Puts new details in place of those that were read, unless somebody else has since changed them.
 * @returns whether they were changed
 */
export async function changeDetails(
  tx: Work,
  child: Pick<Child, 'childId' | 'version'>,
  to: DetailsValues,
): Promise<boolean> {
  const names = { givenName: to['given-name'], familyName: to['family-name'], knownAs: to['known-as'] }
  const birthDate = to['birth-date']
  const result = await tx
    .updateTable('child')
    .set(eb => ({
      given_name: names.givenName,
      family_name: names.familyName,
      known_as: names.knownAs,
      folded_name: foldedNameOf(names),
      whole_names: wholeNamesOf(names),
      said_as: to['said-as'],
      pronouns: to.pronouns,
      birth_date: birthDate ?? null,
      birth_date_basis: birthDate ? to['birth-date-basis'] : 'unknown',
      sex: to.sex ?? '',
      ethnicity: to.ethnicity ?? '',
      language: to.language,
      needs_interpreter: to['needs-interpreter'] === undefined ? null : to['needs-interpreter'] === 'yes',
      how_to_talk: to['how-to-talk'],
      interpreter_note: to['interpreter-note'],
      religion: to.religion,
      what_helps: to['what-helps'],
      phone: to.phone,
      ...disabilityIn(to),
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('child_id', '=', child.childId)
    .where('version', '=', child.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Whoever may not read of health is not asked, and leaves what stands there. */
function disabilityIn(to: DetailsValues) {
  if (!('disability' in to)) return {}
  return { disability: to.disability ?? '', disability_words: to['disability-words'] ?? '' }
}
