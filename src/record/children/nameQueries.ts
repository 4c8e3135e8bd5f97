import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { NameKind } from './addChild.ts'

export type OtherName = { nameId: string; name: string; kind: NameKind }

/** The words of each kind of other name. */
export const nameKindWords: Record<NameKind, string> = {
  alias: 'Also known as',
  former: 'Former name',
  spelling: 'Another spelling',
}

/** The other names of a child, in alphabetical order. */
export async function listOtherNames(tx: Work, childId: string): Promise<OtherName[]> {
  const { rows } = await sql<OtherName>`
    select n.child_name_id as "nameId", n.name, n.kind from child_name n
    where n.service_id = current_service() and n.child_id = ${childId}
    order by n.folded_name, n.child_name_id`.execute(tx)
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
