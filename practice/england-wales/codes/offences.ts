import { type CodeEntry, type CodeList, codeList } from '../../../src/engine/codes/index.ts'
import data from '../data/offences.json' with { type: 'json' }

/** An offence: its group and category, and whether the source marks it as violent. */
export type Offence = CodeEntry & {
  readonly group: string
  readonly category: string
  /** As the source's risk model marks it: wider than what the statistics count as serious violence. */
  readonly violent: boolean
}

/** Home Office offence codes. The source does not date them, so all may be recorded on any day. */
export const offences: CodeList<Offence> = codeList({
  id: 'offences',
  title: 'Offences by Home Office code',
  source: data.source,
  file: 'practice/england-wales/codes/offences.ts',
  entries: data.rows.map(readRow),
})

/** A row of the data file: code, place of the group, place of the category, offence, 1 when violent. */
function readRow(row: readonly (string | number)[]): Offence {
  const [code, group, category, label, violent] = row
  const groupName = data.groups[Number(group)]
  const categoryName = data.categories[Number(category)]
  if (typeof code !== 'string' || typeof label !== 'string' || !groupName || !categoryName) {
    throw new Error(
      `practice/england-wales/data/offences.json: a row that cannot be read: ${row.join(' | ')}`,
    )
  }
  return { code, label, group: groupName, category: categoryName, violent: violent === 1 }
}
