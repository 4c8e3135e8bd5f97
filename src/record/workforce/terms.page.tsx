import { form, formPage } from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, page, redirect, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { addTermPath, endTermPath, termsPath } from './paths.ts'
import { addTerm, endTerm, listTerms, type Term, type TermKind } from './profileQueries.ts'

const captions: Readonly<Record<TermKind, string>> = { language: 'Languages', skill: 'Skills' }

/** The two lists from which workers say what they bring. */
const listsRoute = route({
  method: 'GET',
  path: termsPath,
  permission: 'team.see',
  audit: { kind: 'none', why: 'shows lists of words and how many people chose them' },
  async handle({ tx }) {
    const terms = await listTerms(tx)
    return page(
      'Skills and languages',
      <>
        <PageHeaderActions
          heading="Skills and languages"
          actions={[{ href: addTermPath.to(), text: 'Add to the lists' }]}
        />
        <p class="govuk-body">
          Workers choose from these lists what they bring. The lists are the service’s own.
        </p>
        <TermTable kind="language" terms={terms} />
        <TermTable kind="skill" terms={terms} />
      </>,
      { above: <BackLink href="/team">Team</BackLink>, width: 'reading' },
    )
  },
})

function TermTable({ kind, terms }: { kind: TermKind; terms: (Term & { people: number })[] }) {
  return (
    <SortableTable
      id={kind}
      caption={captions[kind]}
      rows={terms.filter(term => term.kind === kind)}
      rowKey={({ termId }) => termId}
      empty={<EmptyState title={`${captions[kind]}: none yet`}>Add what your team brings.</EmptyState>}
      columns={[
        { key: 'title', heading: 'On the list', isRowHeader: true, cell: ({ title }) => title },
        { key: 'people', heading: 'People', isNumeric: true, cell: ({ people }) => people },
        {
          key: 'end',
          heading: 'Change',
          cell: ({ termId, title }) => (
            <a class="govuk-link" href={endTermPath.to({ termId })}>
              Take off<span class="govuk-visually-hidden">: {title}</span>
            </a>
          ),
        },
      ]}
    />
  )
}

const addRoutes = formPage({
  path: addTermPath,
  permission: 'team.see',
  change: 'Added to the lists of skills and languages',
  load: async () => ok({}),
  form: () =>
    form({
      id: 'add-term',
      fields: {
        kind: {
          kind: 'choice',
          label: 'Which list?',
          required: 'Choose a list',
          options: [
            { value: 'language', label: 'Languages' },
            { value: 'skill', label: 'Skills' },
          ],
        },
        title: {
          kind: 'text',
          label: 'What is it called?',
          hint: 'For example Somali, or Life story work',
          required: 'Enter what it is called',
          maxLength: 60,
          width: 'medium',
        },
      },
    }),
  title: () => 'Add to the lists',
  back: () => termsPath.to(),
  submit: 'Add',
  async save({ tx, who }, { kind, title }) {
    const added = await addTerm(tx, who.serviceId, { kind, title })
    return added
      ? redirect(termsPath.to(), 'Added to the list.')
      : { kind: 'errors', errors: [{ field: 'title', message: 'It is on the list already' }] }
  },
})

const endRoutes = formPage({
  path: endTermPath,
  permission: 'team.see',
  change: 'Took something off the lists of skills and languages',
  async load({ tx, params }) {
    const id = parseId<'term'>(params.termId ?? '')
    const term = (await listTerms(tx)).find(({ termId }) => termId === id)
    return term ? ok(term) : refused(notFound)
  },
  form: () => form({ id: 'end-term', fields: {} }),
  title: ({ title }) => `Take ${title} off the list`,
  intro: ({ people }) => (
    <p class="govuk-body">
      Nobody can choose it any more.{' '}
      {people > 0 && `${people === 1 ? 'One person has' : `${people} people have`} it and keep it.`}
    </p>
  ),
  back: () => termsPath.to(),
  submit: 'Take it off',
  isWarning: true,
  async save({ tx, now }, _values, { termId }) {
    await endTerm(tx, termId, now)
    return redirect(termsPath.to(), 'Taken off the list.')
  },
})

export const termRoutes = [listsRoute, ...addRoutes, ...endRoutes]
