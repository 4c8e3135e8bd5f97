import { type ActionSource, dueFaultWords, findSource, readDue } from '../../engine/actions/index.ts'
import type { FileRows } from '../../platform/sheets/index.ts'
import type { ActionSaid } from './action.ts'

/** The columns of a file of actions, each with whether it must be there. */
export const actionFileColumns = {
  ref: true,
  source: true,
  action: true,
  owner: true,
  target: true,
  rag: false,
} as const

export type FileRow = FileRows['rows'][number]

/** What a row of a file comes to: an action, or what to mend and in which column. */
export type ReadActionRow =
  | { number: number; kind: 'action'; said: ActionSaid; fileColour: string }
  | { number: number; kind: 'refused'; column: string; remedy: string }

/** Reads the rows of a file of actions. Owners stay as they are written: no name is taken for an account. */
export function readActionRows(
  rows: readonly FileRow[],
  sources: readonly ActionSource[],
): readonly ReadActionRow[] {
  const keys = rows.map(({ cells }) => `${cells.source}\n${cells.ref}`)
  return rows.map(({ number, cells }, index): ReadActionRow => {
    const { ref = '', source: sourceTitle = '', action = '', owner = '', target = '', rag = '' } = cells
    const refuse = (column: string, remedy: string) => ({ number, kind: 'refused', column, remedy }) as const
    const empty = Object.entries({ ref, source: sourceTitle, action, owner }).find(([, cell]) => cell === '')
    if (empty) return refuse(empty[0], 'It is empty: write what belongs there')
    const first = keys.indexOf(keys[index] ?? '')
    if (first !== index)
      return refuse('ref', `Row ${rows[first]?.number} has the same: give each action of a source its own`)
    const source = findSource(sources, sourceTitle)
    if (!source)
      return refuse(
        'source',
        `“${sourceTitle}” is no source: write ${sources.map(({ title }) => `“${title}”`).join(', ')}`,
      )
    const due = readDue(target)
    if (!due.ok) return refuse('target', dueFaultWords[due.reason])
    return {
      number,
      kind: 'action',
      fileColour: rag,
      said: {
        source: source.id,
        sourceTitle,
        sourceReference: ref,
        childId: null,
        what: action,
        ownerId: null,
        ownerWords: owner,
        due: due.value,
      },
    }
  })
}
