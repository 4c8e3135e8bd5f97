import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import type { FilterFault } from './daysAsked.ts'

type Given = {
  title: string
  /** What was typed into the filter and cannot be understood. */
  faults: readonly FilterFault[]
  filter: ComponentChildren
}

/** A page whose filter must be put right first. Nothing else stands on it: it would not be what was asked for. */
export function ToMend({ title, faults, filter }: Given) {
  return (
    <>
      <ErrorSummary
        title="There is a problem"
        errorList={faults.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
      />
      <h1 class="govuk-heading-l">{title}</h1>
      <FilterLayout filter={filter}>
        <EmptyState title="Nothing is shown yet">Put the filter right and apply it again.</EmptyState>
      </FilterLayout>
    </>
  )
}
