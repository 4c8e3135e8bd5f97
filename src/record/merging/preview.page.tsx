import { type Fields, fingerprints, form, formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { InsetText, WarningText } from '../../ui/govuk/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import {
  childFrame,
  childPath,
  holdRestrictions,
  listCaution,
  listPairsAmong,
  loadChild,
  loadOfForm,
  mergePath,
  nameKindWords,
  notSamePath,
  sameChildPath,
} from '../children/index.ts'
import { type Choices, type Comparison, canBeBoth } from './compareDetails.ts'
import { mergeRecords, type NotMerged } from './mergeRecords.ts'
import { holdRecords } from './mergingQueries.ts'
import { type Preview, readPreview } from './preview.ts'
import { rowBecomes, rowTitle } from './rowWords.ts'

type Loaded = Preview & { mark: number }

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, sent, today } = request
  const otherId = params.otherId ?? ''
  const first = await loadOfForm(request)
  if (!first.ok) return first
  const { childId } = first.value
  const seen = await loadChild(tx, otherId)
  if (!seen || seen.childId === childId) return refused(notFound)
  request.seen([seen.childId], 'Compared with another record that may be of the same child')
  if ((await listPairsAmong(tx, [childId, seen.childId])).length > 0)
    return refused(turnBack(sameChildPath.to({ childId }), whyNot['said-different']))
  let mark = 0
  if (sent.names().length > 0) {
    await holdRestrictions(tx)
    mark = await holdRecords(tx, childId, seen.childId)
  }
  // Read again once they are held: what was changed until then is part of the preview.
  const kept = await loadChild(tx, childId)
  const gone = await loadChild(tx, seen.childId)
  if (!kept || !gone) return refused(notFound)
  return ok({ ...(await readPreview(tx, kept, gone, today)), mark })
}

/** Not a question: what the preview showed, kept with what the form was opened on. */
const shown = 'shown'

const shownIn = ({ kept, gone, counts, access }: Loaded) => [
  `${kept.version} ${gone.version}`,
  ...counts.map(it => `${it.table} ${it.kept} ${it.gone}`),
  ...access,
]

const fieldOf = (part: string) => `take-${part}`

function previewForm({ comparisons, gone }: Loaded) {
  const differing = comparisons.filter(({ stands }) => stands === 'differs')
  const questions: Fields = Object.fromEntries(
    differing.map(({ part, label, kept, gone: other }) => [
      fieldOf(part),
      {
        kind: 'choice',
        label,
        required: `Choose which to keep: ${label.toLowerCase()}`,
        ...(part === 'name' || part === 'known-as' ? { hint: 'The other stays among the other names.' } : {}),
        ...caution(part),
        ...(part === 'address' ? { hint: 'The other stays among the earlier addresses.' } : {}),
        options: [
          { value: 'kept', label: kept === '' ? 'Nothing' : kept, hint: 'In this record' },
          { value: 'gone', label: other === '' ? 'Nothing' : other, hint: `In ${gone.reference}` },
          ...(canBeBoth({ part, kept, gone: other })
            ? [{ value: 'both', label: 'Both, one below the other' }]
            : []),
        ],
      },
    ]),
  )
  const namesDiffer = differing.some(({ part }) => part === 'name' || part === 'known-as')
  return form({
    id: 'merge',
    fields: {
      ...questions,
      ...(namesDiffer && {
        'name-kind': {
          kind: 'choice',
          label: 'What kind of name is the one that is not kept?',
          required: 'Choose what kind of name it is',
          options: [
            { value: 'spelling', label: nameKindWords.spelling },
            { value: 'alias', label: nameKindWords.alias },
            { value: 'former', label: nameKindWords.former },
          ],
        },
      }),
      reason: {
        kind: 'textarea',
        label: 'How do you know that it is the same child?',
        hint: 'For example: asked the parent on the phone, or the school.',
        required: 'Say how you know that it is the same child',
        maxLength: 2_000,
        rows: 3,
      },
    } satisfies Fields,
  })
}

/** What must be said of the codes of a detail, once beside it. */
function caution(part: Comparison['part']): { hint?: string } {
  const hint = listCaution(part)
  return hint === undefined ? {} : { hint }
}

function WithCaution({ label, hint }: { label: string; hint?: string }) {
  return (
    <>
      {label}
      {hint !== undefined && <div class="govuk-hint tl-hint-below">{hint}</div>}
    </>
  )
}

function initial(loaded: Loaded) {
  const differing = loaded.comparisons.filter(({ stands }) => stands === 'differs')
  return {
    [shown]: shownIn(loaded),
    ...Object.fromEntries(
      differing.flatMap(({ part, likelier }) => (likelier === null ? [] : [[fieldOf(part), likelier]])),
    ),
    'name-kind': 'spelling',
  }
}

/** What to say where two records cannot be merged. */
const whyNot: Record<Exclude<NotMerged['kind'], 'both-have'>, string> = {
  changed: 'Not merged: one of the records has just been changed. Look at the preview again.',
  'not-there': 'Not merged: one of the records is no longer there.',
  'said-different':
    'Not merged: it was said that these are two children. If that was wrong, take it back first.',
  'left-to-nobody':
    'Not merged: nobody could open the restricted record for good. Name somebody in both records first.',
}

/** Two records side by side, what becomes of each thing in them, and the confirming. */
export const previewRoutes = formPage({
  path: mergePath,
  permission: 'child.merge',
  about: 'child',
  change: 'Merged two records of one child',
  view: 'Looked at a preview of merging',
  load,
  form: previewForm,
  title: () => 'Are these two records of one child?',
  intro: loaded => <Intro {...loaded} />,
  back: ({ kept }) => sameChildPath.to(kept),
  version: () => 0,
  initial,
  frame: childFrame('details'),
  submit: 'Merge the two records',
  isWarning: true,
  async save({ tx, who, now, sent }, values, loaded, answers) {
    const { kept, gone, comparisons, mark } = loaded
    const was = sent.one('_was').split(' ')
    if (!was.includes(fingerprints({ [shown]: shownIn(loaded) }))) {
      const message =
        'One of the records has changed since you opened this page: look at both again. What you chose is kept'
      return { kind: 'errors', errors: [{ field: 'reason', message }], isAskedAnew: true }
    }
    const refusal = await mergeRecords(tx, {
      serviceId: who.serviceId,
      kept,
      gone,
      mark,
      comparisons,
      choices: choicesIn(comparisons, answers),
      nameKind: nameKindIn(answers['name-kind']),
      reason: String(values.reason),
      at: now,
    })
    if (!refusal) return redirect(childPath.to(kept), 'The two records are one now.')
    const message =
      refusal.kind === 'both-have'
        ? `Not merged: both records have one of these, and there can be only one: ${rowTitle(refusal.table)}`
        : whyNot[refusal.kind].replace(/\.$/, '')
    return { kind: 'errors', errors: [{ field: 'reason', message }] }
  },
})

function choicesIn(comparisons: readonly Comparison[], answers: Readonly<Record<string, unknown>>): Choices {
  const chosen: Choices = {}
  for (const { part } of comparisons) {
    const answer = answers[fieldOf(part)]
    if (answer === 'kept' || answer === 'gone' || answer === 'both') chosen[part] = answer
  }
  return chosen
}

function nameKindIn(answer: unknown): 'spelling' | 'alias' | 'former' {
  return answer === 'alias' || answer === 'former' ? answer : 'spelling'
}

function Intro({ kept, gone, comparisons, counts, heed, access }: Loaded) {
  const settled = comparisons.filter(
    ({ stands, kept: one, gone: other }) => stands !== 'differs' && one + other !== '',
  )
  return (
    <>
      <p class="govuk-body">
        This record, <strong>{kept.reference}</strong>, is kept. Everything in{' '}
        <strong>{gone.reference}</strong> goes into it; its address and its reference lead here from then on.{' '}
        <a class="govuk-link" href={mergePath.to({ childId: gone.childId, otherId: kept.childId })}>
          Keep {gone.reference} instead
        </a>
      </p>
      <WarningText>
        If these are two children, each would be seen and decided about by what the other did, and people
        would learn of a child whom they should not know of. Brothers, sisters and twins share names,
        birthdays and addresses.{' '}
        <a class="govuk-link" href={notSamePath.to({ childId: kept.childId, otherId: gone.childId })}>
          Say that they are two children
        </a>
      </WarningText>
      {settled.length > 0 && (
        <SortableTable
          id="settled"
          caption="What is alike, or stands in one of them only"
          rows={settled}
          rowKey={({ part }) => part}
          columns={[
            {
              key: 'what',
              heading: 'Detail',
              isRowHeader: true,
              cell: ({ label, part }) => <WithCaution label={label} {...caution(part)} />,
            },
            { key: 'kept', heading: 'This record', cell: it => <Words text={it.kept} /> },
            { key: 'gone', heading: gone.reference, cell: it => <Words text={it.gone} /> },
          ]}
        />
      )}
      <SortableTable
        id="counts"
        caption="What becomes of everything else"
        rows={counts}
        rowKey={({ table }) => table}
        empty={<p class="govuk-body">Neither record holds anything else.</p>}
        columns={[
          { key: 'what', heading: 'What there is', isRowHeader: true, cell: ({ table }) => rowTitle(table) },
          { key: 'kept', heading: 'This record', isNumeric: true, cell: it => it.kept },
          { key: 'gone', heading: gone.reference, isNumeric: true, cell: it => it.gone },
          { key: 'becomes', heading: 'What becomes of it', cell: ({ table }) => rowBecomes(table) },
        ]}
      />
      <h2 class="govuk-heading-m">Who may open it</h2>
      {access.length === 0 ? (
        <p class="govuk-body">
          Neither record is restricted, and nobody has a conflict of interest: nothing changes.
        </p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {access.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {heed.length > 0 && (
        <InsetText>
          <ul class="govuk-list govuk-list--bullet">
            {heed.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {comparisons.some(({ stands }) => stands === 'differs') && (
        <h2 class="govuk-heading-m">Which is right?</h2>
      )}
      {comparisons.some(({ likelier }) => likelier === null) && (
        <p class="govuk-body">
          Where the two contradict each other nothing is chosen beforehand. If you do not know which is right,
          ask before you merge.
        </p>
      )}
    </>
  )
}

function Words({ text }: { text: string }) {
  return text === '' ? <span class="govuk-hint">Nothing</span> : <bdi class="tl-keep-lines">{text}</bdi>
}
