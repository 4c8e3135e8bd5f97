import { type DaysAsked, DaysFields } from '../../engine/lists/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { Checkboxes, Fieldset, Select } from '../../ui/govuk/index.ts'
import { Filter, type SelectedFilters } from '../../ui/moj/filter/Filter.tsx'
import { askedHref, type CaseOption, type ChronologyAsked } from './chronologyAsked.ts'
import type { HappeningKind } from './chronologyQueries.ts'
import { happeningKinds } from './happening.tsx'

type Given = {
  address: string
  readable: readonly HappeningKind[]
  cases: readonly CaseOption[]
  asked: ChronologyAsked
  /** The days as they were typed. */
  typed: DaysAsked
}

/** By what a chronology can be narrowed, with what is in force and a way out of each. */
export function ChronologyFilter(given: Given) {
  const { address, readable, cases, asked, typed } = given
  return (
    <Filter
      action={address}
      selected={selectedOf(given)}
      clearHref={address}
      isOpen={typed.faults.length > 0}
    >
      <Checkboxes
        name="kind"
        idPrefix="kind"
        classes="govuk-checkboxes--small"
        legend={{ text: 'What to show', classes: 'govuk-fieldset__legend--s' }}
        items={readable.map(kind => ({ value: kind, label: happeningKinds[kind].title }))}
        values={[...asked.kinds]}
      />
      <Fieldset legend={{ text: 'When', classes: 'govuk-fieldset__legend--s' }}>
        <DaysFields names={{ from: 'from', to: 'to' }} asked={typed} />
      </Fieldset>
      {cases.length > 0 && (
        <Select
          id="case"
          name="case"
          label="Case"
          value={asked.involvementId ?? ''}
          items={[
            { value: '', label: 'Any or none' },
            ...cases.map(({ involvementId, title }) => ({ value: involvementId, label: title })),
          ]}
        />
      )}
      <Checkboxes
        name="significant"
        idPrefix="significant"
        classes="govuk-checkboxes--small"
        legend={{ text: 'Significance', classes: 'govuk-fieldset__legend--s' }}
        items={[{ value: 'yes', label: 'Significant only' }]}
        values={asked.onlySignificant ? ['yes'] : []}
      />
    </Filter>
  )
}

function selectedOf({ address, cases, asked }: Given): SelectedFilters[] {
  const { kinds, from, to, involvementId, onlySignificant } = asked
  const without = (change: Partial<ChronologyAsked>) => askedHref(address, { ...asked, ...change })
  const inForce = cases.find(each => each.involvementId === involvementId)
  return [
    {
      heading: 'Kinds',
      items: kinds.map(kind => ({
        text: happeningKinds[kind].title,
        href: without({ kinds: kinds.filter(each => each !== kind) }),
      })),
    },
    {
      heading: 'When',
      items: [
        ...(from ? [{ text: `From ${writeDate(from)}`, href: without({ from: undefined }) }] : []),
        ...(to ? [{ text: `Until ${writeDate(to)}`, href: without({ to: undefined }) }] : []),
      ],
    },
    {
      heading: 'Case',
      items: inForce ? [{ text: inForce.title, href: without({ involvementId: undefined }) }] : [],
    },
    {
      heading: 'Significance',
      items: onlySignificant ? [{ text: 'Significant only', href: without({ onlySignificant: false }) }] : [],
    },
  ].filter(({ items }) => items.length > 0)
}
