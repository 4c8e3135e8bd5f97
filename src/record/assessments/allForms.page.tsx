import { answerColumns, type FormVersion } from '../../engine/assessments/index.ts'
import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { rolesWith } from '../../platform/access/index.ts'
import { ChildLink, nameOf } from '../children/index.ts'
import {
  allFormsConditions,
  allFormsSource,
  answeredFormsSource,
  hasBegunForms,
  type ListedForm,
} from './allFormsQueries.ts'
import { type AssessmentState, assessmentStates, formTitle } from './assessment.ts'
import { allFormsPath, assessmentPath } from './paths.ts'
import { StateTag, stateWords } from './stateTag.tsx'

const filters = () =>
  ({
    form: {
      kind: 'choice',
      label: 'Form',
      any: 'Any',
      options: practiceInUse().assessments.map(({ id, title }) => ({ value: id, label: title })),
    },
    state: {
      kind: 'choice',
      label: 'How it stands',
      any: 'Any',
      options: assessmentStates.map(state => ({ value: state, label: stateWords[state].text })),
    },
    by: {
      kind: 'person',
      label: 'Begun by',
      any: 'Anybody',
      roles: rolesWith('assessments.write'),
      orRecorded: hasBegunForms,
    },
    begun: { kind: 'days', label: 'Begun' },
  }) as const satisfies ListFilters

/**
 * The long forms about all children. Of one form the judgements stand in the list, and an export has a column for every answer
 * that can be counted.
 */
export const allFormsRoutes = listPage({
  path: allFormsPath,
  permission: 'assessments.see',
  title: 'All assessments',
  caption: 'Assessments of the service',
  counted: ['assessment', 'assessments'],
  filters,
  columns: () => usualColumns,
  source: allFormsSource,
  sourceFor: ({ form }) => (form === undefined ? undefined : answeredFormsSource),
  sorting: { key: 'begun', direction: 'descending' },
  async narrow({ form, state, by, begun }, { reach }) {
    return {
      conditions: allFormsConditions({ reach, form, state: stateOf(state), by, begun }),
      columns: form === undefined ? [] : columnsOf(form),
    }
  },
  about: { childOf: ({ childId }) => childId, seen: 'In the list of assessments' },
  async intro() {
    return (
      <p class="govuk-body">
        Choose a form to see its judgements here. Exported, the list of one form has a column for each answer
        that can be counted; what was written in words stays in the form.
      </p>
    )
  },
  empty: { title: 'No assessment yet', words: 'What is written in a form of several parts stands here.' },
})

const stateOf = (word: string | undefined): AssessmentState | undefined =>
  assessmentStates.find(state => state === word)

const usualColumns: readonly ListColumn<ListedForm>[] = [
  {
    key: 'child',
    heading: 'Child',
    isRowHeader: true,
    cell: it => <ChildLink child={it} />,
    exports: nameOf,
  },
  { key: 'reference', heading: 'Reference', exports: it => it.reference },
  {
    key: 'form',
    heading: 'What',
    cell: ({ form, childId, id }) => (
      <a class="govuk-link" href={assessmentPath.to({ childId, assessmentId: id })}>
        {formTitle(form)}
      </a>
    ),
    exports: ({ form }) => formTitle(form),
  },
  {
    key: 'state',
    heading: 'How it stands',
    cell: ({ state }) => <StateTag state={state} />,
    exports: ({ state }) => stateWords[state].text,
  },
  {
    key: 'begun',
    heading: 'Begun',
    isOneLine: true,
    cell: ({ begunAt }) => writeDate(dayInUk(begunAt)),
    exports: ({ begunAt }) => dayInUk(begunAt),
  },
  { key: 'by', heading: 'By', cell: ({ begunBy }) => begunBy, exports: ({ begunBy }) => begunBy },
  {
    key: 'signed',
    heading: 'Signed',
    isOneLine: true,
    cell: ({ signedAt }) => (signedAt ? writeDate(dayInUk(signedAt)) : ''),
    exports: ({ signedAt }) => signedAt && dayInUk(signedAt),
  },
]

/** The columns of one form: its judgements for the page, and for an export every answer that can be counted. */
function columnsOf(id: string): ListColumn<ListedForm>[] {
  const form = findAssessmentForm(practiceInUse(), id)
  if (!form) return []
  const wordingOf = ({ wording }: ListedForm): FormVersion | undefined => form.versions[wording]
  const answers = answerColumns(form).map(({ name, heading, isJudgement, read }): ListColumn<ListedForm> => {
    const exports = (row: ListedForm) => {
      const version = wordingOf(row)
      return version ? read({ version, answers: row.answers ?? {} }) : null
    }
    const shown = isJudgement
      ? ({ cell: row => exports(row)?.toString() ?? '', hasLongHeading: true } satisfies Partial<
          ListColumn<ListedForm>
        >)
      : {}
    return { key: `answer-${name}`, heading, exports, ...shown }
  })
  const worked = Object.values(form.versions).flatMap(({ sections }) =>
    Object.values(sections).flatMap(({ workedOut }) => Object.entries(workedOut ?? {})),
  )
  const results = [...new Map(worked.map(([name, { label }]) => [name, label]))].map(
    ([name, label]): ListColumn<ListedForm> => ({
      key: `result-${name}`,
      heading: label,
      exports: ({ results: kept }) => kept?.[name] ?? null,
    }),
  )
  return [...answers, ...results]
}
