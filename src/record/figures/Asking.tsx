import { practiceInUse } from '../../engine/packs/index.ts'
import { Button, ErrorSummary, Input, Select } from '../../ui/govuk/index.ts'
import { figuresPath } from './paths.ts'
import { type PeriodFault, periodKinds } from './period.ts'

const remedies: Record<PeriodFault, { field: 'from' | 'to'; message: string }> = {
  'no-first-day': { field: 'from', message: 'Enter the first day to count' },
  'no-last-day': { field: 'to', message: 'Enter the last day to count' },
  'wrong-way-round': { field: 'to', message: 'The last day must be the same as or after the first day' },
}

type Given = { query: URLSearchParams; fault: PeriodFault | undefined }

/** Over what time, and on which pathway, is counted: a form that stands in the address. */
export function Asking({ query, fault }: Given) {
  const remedy = fault && remedies[fault]
  const errorOf = (field: 'from' | 'to') => (remedy?.field === field ? { errorMessage: remedy.message } : {})
  return (
    <>
      {remedy && (
        <ErrorSummary
          title="There is a problem"
          errorList={[{ text: remedy.message, href: `#${remedy.field}` }]}
        />
      )}
      <form class="tl-figures-asking" method="get" action={figuresPath.to()} novalidate>
        <Select
          id="period"
          name="period"
          label="Time"
          value={query.get('period') ?? 'month'}
          items={Object.entries(periodKinds).map(([value, label]) => ({ value, label }))}
        />
        <Input
          id="from"
          name="from"
          type="date"
          label="First day, if between two dates"
          value={query.get('from')}
          {...errorOf('from')}
        />
        <Input
          id="to"
          name="to"
          type="date"
          label="Last day, if between two dates"
          value={query.get('to')}
          {...errorOf('to')}
        />
        <Select
          id="pathway"
          name="pathway"
          label="Pathway"
          value={query.get('pathway') ?? ''}
          items={[
            { value: '', label: 'All' },
            ...practiceInUse().pathways.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
    </>
  )
}
