import { dueFaultWords, readDue, typedDue, writeDue } from '../../engine/actions/index.ts'
import { type FieldError, form, type Typed } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Action, type ActionSaid, dueOf, ownersOf, sourceTitleOf } from './action.ts'
import { type Owner, seesNoChild } from './ownerQueries.ts'

/** What is asked of an action when it is set or changed. */
export const actionForm = (owners: readonly Owner[]) =>
  form({
    id: 'action',
    fields: {
      what: {
        kind: 'textarea',
        label: 'What is to be done?',
        hint: 'So that somebody else can tell when it is done',
        required: 'Write what is to be done',
        maxLength: 1_000,
        rows: 3,
      },
      source: {
        kind: 'choice',
        label: 'Where does it come from?',
        as: 'select',
        required: 'Choose where it comes from',
        options: practiceInUse().actionSources.map(({ id, title }) => ({ value: id, label: title })),
      },
      'source-title': {
        kind: 'text',
        label: 'Which one?',
        hint: 'The name of the plan or the report',
        maxLength: 200,
      },
      reference: { kind: 'text', label: 'Its number there', maxLength: 40, width: 'short' },
      owner: {
        kind: 'choice',
        label: 'Who does it?',
        as: 'select',
        options: owners.map(({ userId, name }) => ({ value: userId, label: name })),
      },
      'owner-words': {
        kind: 'text',
        label: 'Or who, without an account here?',
        hint: 'People or agencies, with semicolons between them',
        maxLength: 200,
      },
      due: {
        kind: 'text',
        label: 'By when?',
        hint: 'A day, like 30 July 2026. What is not a day, like “July board”, is kept as you write it and cannot go red by itself.',
        maxLength: 100,
      },
    },
  })

type Values = {
  what: string
  source: string
  'source-title': string
  reference: string
  owner: string | undefined
  'owner-words': string
  due: string
}

/** What was answered, or what is wrong with it together. */
export function saidIn(
  values: Values,
  owners: readonly Owner[],
  childId: string | null,
): Result<ActionSaid, FieldError[]> {
  const owner = owners.find(({ userId }) => userId === values.owner)
  if (!owner && values['owner-words'] === '')
    return refused([{ field: 'owner', message: 'Choose who does it, or write who' }])
  if (owner && childId !== null && seesNoChild(owner))
    return refused([{ field: 'owner', message: 'Choose somebody who may see the record of the child' }])
  const due = readDue(values.due)
  if (!due.ok) return refused([{ field: 'due', message: dueFaultWords[due.reason] }])
  return ok({
    what: values.what,
    source: values.source,
    sourceTitle: values['source-title'],
    sourceReference: values.reference,
    childId,
    ownerId: owner?.userId ?? null,
    ownerWords: values['owner-words'],
    due: due.value,
  })
}

export const typedAction = (it: Action): Typed => ({
  what: it.what,
  source: it.source,
  'source-title': it.sourceTitle,
  reference: it.sourceReference,
  owner: it.ownerId ?? '',
  'owner-words': it.ownerWords,
  due: typedDue(dueOf(it)),
})

/** What a change changed, a line each; '' where nothing did. */
export function changeWords(it: Action, to: ActionSaid, owners: readonly Owner[]): string {
  const ownerName = owners.find(({ userId }) => userId === to.ownerId)?.name ?? null
  const lines: [string, string, string][] = [
    ['What is to be done', it.what, to.what],
    ['Source', sourceTitleOf(it.source), sourceTitleOf(to.source)],
    ['Which one', it.sourceTitle, to.sourceTitle],
    ['Number', it.sourceReference, to.sourceReference],
    ['Owner', ownersOf(it), ownersOf({ ownerName, ownerWords: to.ownerWords })],
    ['Due', writeDue(dueOf(it)), writeDue(to.due)],
  ]
  return lines
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what}: was ${was || 'empty'}, is ${is || 'empty'}`)
    .join('\n')
}
