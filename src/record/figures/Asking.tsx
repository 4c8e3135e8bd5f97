import { DaysFields } from '../../engine/lists/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { Button, ErrorSummary, Select } from '../../ui/govuk/index.ts'
import { figuresPath } from './paths.ts'
import { periodKinds } from './period.ts'
import type { FiguresAsked } from './readAsked.ts'

type Given = { asked: FiguresAsked }

/** Over what time, and on which pathway, is counted: a form that stands in the address. Not on paper, which says it in words. */
export function Asking({ asked: { period, days, pathway } }: Given) {
  return (
    <>
      {days.faults.length > 0 && (
        <ErrorSummary
          title="There is a problem"
          errorList={days.faults.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      <form class="tl-figures-asking tl-no-print" method="get" action={figuresPath.to()} novalidate>
        <Select
          id="period"
          name="period"
          label="Time"
          value={period?.kind ?? 'between'}
          items={Object.entries(periodKinds).map(([value, label]) => ({ value, label }))}
        />
        <DaysFields
          names={{ from: 'from', to: 'to' }}
          asked={days}
          labels={{ from: 'First day, if between two dates', to: 'Last day, if between two dates' }}
        />
        <Select
          id="pathway"
          name="pathway"
          label="Pathway"
          value={pathway?.id ?? ''}
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
