import { form, formPage, type Typed, typedDate, type ValuesOf } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { assessmentPath, formTitle } from '../assessments/index.ts'
import { childFrame, childOf, codeLabel, codeOptions, planPath } from '../children/index.ts'
import { changeNeed, findNeed, insertNeed, type Need, type NeedSaid } from './needQueries.ts'
import { addNeedPath, needPath } from './paths.ts'

const notAfterToday = 'The day must not be after today'

const found = (today: Temporal.PlainDate, held?: Need) =>
  ({
    need: {
      kind: 'choice',
      as: 'select',
      label: 'What does the child need?',
      required: 'Choose what the child needs',
      options: codeOptions('need', today, held?.need),
    },
    reason: {
      kind: 'choice',
      label: 'Why is it not met?',
      required: 'Choose why it is not met',
      options: codeOptions('unmet-reason', today, held?.reason),
    },
    words: {
      kind: 'textarea',
      label: 'What was asked for, where, and what was said?',
      maxLength: 10_000,
      rows: 3,
    },
    found: {
      kind: 'date',
      label: 'When was it found?',
      required: 'Say when it was found',
      notAfterToday,
    },
  }) as const

const addRoutes = formPage({
  path: addNeedPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Recorded a need that is not met',
  view: 'Opened the form for a need that is not met',
  async load(request) {
    const child = await childOf(request)
    return child ? ok({ child, today: request.today }) : refused(notFound)
  },
  form: ({ today }) => form({ id: 'unmet-need', fields: found(today) }),
  title: () => 'A need that is not met',
  back: ({ child }) => planPath.to(child),
  initial: ({ today }) => ({ found: typedDate(today) }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx, who, now }, { need, reason, words, found: foundOn }, { child }) {
    await insertNeed(tx, {
      ...{ serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now },
      ...{ need, reason, words, foundOn, metOn: null, metWords: '' },
    })
    return redirect(planPath.to(child), 'The need is recorded.')
  },
})

const needForm = (today: Temporal.PlainDate, held: Need) =>
  form({
    id: 'unmet-need-changed',
    fields: {
      ...found(today, held),
      met: {
        kind: 'date',
        label: 'If it is met by now: since when?',
        notAfterToday,
        notBefore: { field: 'found', message: 'The day must not be before the need was found' },
      },
      how: { kind: 'text', label: 'By whom, or how?', maxLength: 500 },
    },
  })

const typed = (it: Need): Typed => ({
  need: it.need,
  reason: it.reason,
  words: it.words,
  found: typedDate(it.foundOn),
  met: it.metOn ? typedDate(it.metOn) : '',
  how: it.metWords,
})

const said = (values: ValuesOf<ReturnType<typeof needForm>['fields']>): NeedSaid => ({
  need: values.need,
  reason: values.reason,
  words: values.words,
  foundOn: values.found,
  metOn: values.met ?? null,
  metWords: values.how,
})

const editRoutes = formPage({
  path: needPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Changed a need that was recorded',
  view: 'Opened the form to change a need',
  async load(request) {
    const child = await childOf(request)
    const need = child && (await findNeed(request.tx, child.childId, request.params.needId ?? ''))
    return need ? ok({ child, need, today: request.today }) : refused(notFound)
  },
  form: ({ today, need }) => needForm(today, need),
  title: () => 'A need that was found',
  back: ({ child }) => planPath.to(child),
  initial: ({ need }) => typed(need),
  version: ({ need }) => need.version,
  row: ({ need }) => ({ table: 'unmet_need', key: { need_id: need.needId } }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx }, values, { child, need }) {
    if (await changeNeed(tx, need, said(values))) return redirect(planPath.to(child), 'Saved.')
    const theirs = await findNeed(tx, child.childId, need.needId)
    return theirs ? { kind: 'collision', theirs: typed(theirs), version: theirs.version } : notFound
  },
})

export const needRoutes = [...addRoutes, ...editRoutes]

/** When it was found and by whom, and the form that says so. */
function Found({ it }: { it: Need }) {
  return (
    <>
      {writeDate(it.foundOn)}, {it.recordedBy}
      {it.assessmentId !== null && (
        <div>
          <a
            class="govuk-link"
            href={assessmentPath.to({ childId: it.childId, assessmentId: it.assessmentId })}
          >
            {formTitle(it.form ?? '')}
          </a>
        </div>
      )}
    </>
  )
}

type Given = { needs: readonly Need[]; today: Temporal.PlainDate; childId: string; canWrite: boolean }

/** The needs that were found and are not met, those met since below them. */
export function NeedTable({ needs, today, childId, canWrite }: Given) {
  return (
    <>
      <h2 class="govuk-heading-m" id="needs">
        Needs that are not met
      </h2>
      <SortableTable
        id="unmet-needs"
        caption="Needs that are not met"
        isCaptionHidden
        rows={needs}
        rowKey={({ needId }) => needId}
        empty={<p class="govuk-body">None is recorded.</p>}
        columns={[
          {
            key: 'need',
            heading: 'Need',
            isRowHeader: true,
            cell: it => codeLabel('need', it.need, today),
          },
          {
            key: 'why',
            heading: 'Why it is not met',
            cell: it => (
              <>
                {codeLabel('unmet-reason', it.reason, today)}
                {it.words !== '' && (
                  <>
                    <br />
                    <bdi class="tl-keep-lines">{it.words}</bdi>
                  </>
                )}
              </>
            ),
          },
          { key: 'found', heading: 'Found', cell: it => <Found it={it} /> },
          {
            key: 'met',
            heading: 'Met since',
            cell: it =>
              it.metOn ? [writeDate(it.metOn), it.metWords].filter(Boolean).join(': ') : 'Not met',
          },
          ...(canWrite
            ? [
                {
                  key: 'do',
                  heading: 'Change',
                  isScreenOnly: true,
                  cell: (it: Need) => (
                    <a class="govuk-link" href={needPath.to(it)}>
                      Change
                      <span class="govuk-visually-hidden">: {codeLabel('need', it.need, today)}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {canWrite && (
        <p class="govuk-body tl-no-print">
          <a class="govuk-link" href={addNeedPath.to({ childId })}>
            Record a need that is not met
          </a>
        </p>
      )}
    </>
  )
}
