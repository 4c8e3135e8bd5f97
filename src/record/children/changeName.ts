import { sql } from 'kysely'
import { foldName } from '../../kernel/names.ts'
import type { Work } from '../../platform/database/index.ts'
import { foldedNameOf, wholeNamesOf } from './addChild.ts'
import type { Child } from './child.ts'
import type { NameChange } from './nameQueries.ts'

/** The names that a child has now, and what became of the former ones. */
export type ChangedName = {
  serviceId: string
  givenName: string
  familyName: string
  knownAs: string
  changedBy: NameChange
  /** Not given where nobody knows. */
  changedOn: Temporal.PlainDate | undefined
  mustNotBeUsed: boolean
}

/**
 * Gives a child new names and keeps the former ones: the whole name, and the name that was used. How the former name was
 * said is forgotten, since it is said otherwise now.
 * @returns false where somebody else has changed the child since it was read: then nothing is changed
 */
export async function changeName(tx: Work, child: Child, to: ChangedName): Promise<boolean> {
  const result = await tx
    .updateTable('child')
    .set(eb => ({
      given_name: to.givenName,
      family_name: to.familyName,
      known_as: to.knownAs,
      said_as: '',
      folded_name: foldedNameOf(to),
      whole_names: wholeNamesOf(to),
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('child_id', '=', child.childId)
    .where('version', '=', child.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  const still = new Set(wholeNamesOf(to))
  const { familyName, givenName, knownAs } = child
  const former = [`${givenName} ${familyName}`, knownAs === '' ? '' : `${knownAs} ${familyName}`]
    .map(name => name.trim())
    .filter(name => name !== '' && !still.has(foldName(name)))
  for (const name of new Set(former)) await insertFormer(tx, child.childId, name, to)
  return true
}

/** Keeps a former name, or says of one that is known already when it ended and whether it may be used. */
async function insertFormer(tx: Work, childId: string, name: string, to: ChangedName): Promise<void> {
  await sql`
    delete from child_name where service_id = current_service() and child_id = ${childId} and folded_name = ${foldName(name)}`.execute(
    tx,
  )
  await tx
    .insertInto('child_name')
    .values({
      service_id: to.serviceId,
      child_id: childId,
      name,
      folded_name: foldName(name),
      kind: 'former',
      until_on: to.changedOn ?? null,
      changed_by: to.changedBy,
      must_not_be_used: to.mustNotBeUsed,
    })
    .execute()
}
