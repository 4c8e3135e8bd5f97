import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import type { NameKind } from './addChild.ts'

/** By what a former name gave way to another. */
export type NameChange = 'deed-poll' | 'adoption' | 'transition' | 'marriage' | 'other'

export type OtherName = {
  nameId: string
  name: string
  kind: NameKind
  fromOn: Temporal.PlainDate | null
  untilOn: Temporal.PlainDate | null
  changedBy: NameChange | ''
  /** The child does not want to be called by it: it finds the child, and is shown only to whoever asks to see it. */
  mustNotBeUsed: boolean
}

/** The words of each kind of other name. */
export const nameKindWords: Record<NameKind, string> = {
  alias: 'Also known as',
  former: 'Former name',
  spelling: 'Another spelling',
}

/** The words of each way in which a name is changed. */
export const nameChangeWords: Record<NameChange, string> = {
  'deed-poll': 'By deed poll',
  adoption: 'By adoption',
  transition: 'With a change of gender',
  marriage: 'A parent or the child has married or parted',
  other: 'Otherwise',
}

/** In which time it was the child's name, and by what it was changed; '' where nothing is known. */
export function nameTimeWords({ fromOn, untilOn, changedBy }: Omit<OtherName, 'nameId' | 'name'>): string {
  const time = [fromOn && `from ${writeDate(fromOn)}`, untilOn && `until ${writeDate(untilOn)}`]
  const words = [...time, changedBy === '' ? '' : nameChangeWords[changedBy].toLowerCase()]
  const sentence = words.filter(it => it).join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** The other names of a child, in alphabetical order. */
export async function listOtherNames(tx: Work, childId: string): Promise<OtherName[]> {
  const { rows } = await sql<OtherName>`
    select n.child_name_id as "nameId", n.name, n.kind, n.from_on as "fromOn", n.until_on as "untilOn",
      n.changed_by as "changedBy", n.must_not_be_used as "mustNotBeUsed"
    from child_name n
    where n.service_id = current_service() and n.child_id = ${childId}
    order by n.must_not_be_used, n.folded_name, n.child_name_id`.execute(tx)
  return rows
}

/** One other name of a child. */
export async function findOtherName(
  tx: Work,
  childId: string,
  nameId: string,
): Promise<OtherName | undefined> {
  const id = parseId<'child-name'>(nameId)
  return id && (await listOtherNames(tx, childId)).find(name => name.nameId === id)
}

export async function removeOtherName(tx: Work, childId: string, nameId: string): Promise<void> {
  await sql`
    delete from child_name
    where service_id = current_service() and child_id = ${childId} and child_name_id = ${nameId}`.execute(tx)
}
