import { writeDate } from '../../kernel/writtenDates.ts'
import { Fieldset, Input, Select } from '../../ui/govuk/index.ts'
import { Filter } from '../../ui/moj/filter/Filter.tsx'
import { type ListAsked, without, withoutAll } from './asked.ts'
import type { Choice, Days, Person } from './filter.ts'
import { isInForce } from './filter.ts'

type FilterGiven = { address: string; asked: ListAsked; people: readonly Person[] }

/** The filters of a list, with what is in force and a way out of each. */
export function FilterPanel({ address, asked, people }: FilterGiven) {
  const { query } = asked
  const choices = asked.choices.map(choice => offered(choice, people))
  const sort = new URLSearchParams(query).get('sort')
  const linked = choices.filter(({ filter, value }) => filter.kind === 'linked' && value !== undefined)
  return (
    <Filter
      action={address}
      selected={choices.filter(isInForce).map(choice => ({
        heading: choice.filter.label,
        items: [{ text: wordsOf(choice), href: without(asked, address, choice.name) }],
      }))}
      clearHref={withoutAll(asked, address)}
      keep={[
        ...(sort === null ? [] : [{ name: 'sort', value: sort }]),
        ...linked.map(({ name, value = '' }) => ({ name, value })),
      ]}
    >
      {choices.map(choice => (
        <Question choice={choice} key={choice.name} />
      ))}
    </Filter>
  )
}

/** A filter by person is a choice among those whom it offers, and whoever was asked for in the address. */
function offered(choice: Choice, people: readonly Person[]): Choice {
  const { name, filter, value } = choice
  if (filter.kind !== 'person') return choice
  const options = people.filter(it => it.offeredBy.includes(name) || it.value === value)
  return { ...choice, filter: { kind: 'choice', label: filter.label, any: filter.any, options } }
}

function wordsOf({ filter, value = '', days }: Choice): string {
  switch (filter.kind) {
    case 'choice':
      return filter.options.find(option => option.value === value)?.label ?? value
    case 'yesNo':
      return value === 'yes' ? filter.yes : filter.no
    case 'linked':
      return filter.wordsOf(value) ?? value
    case 'days':
      return daysWords(days)
    case 'person':
      return value
  }
}

function daysWords({ from, to }: Days): string {
  if (from && to) return `${writeDate(from)} to ${writeDate(to)}`
  return from ? `From ${writeDate(from)}` : to ? `Until ${writeDate(to)}` : ''
}

function Question({ choice: { name, filter, value, days } }: { choice: Choice }) {
  switch (filter.kind) {
    case 'choice': {
      const any = filter.any === undefined ? [] : [{ value: '', label: filter.any }]
      return (
        <Select
          id={name}
          name={name}
          label={filter.label}
          value={value ?? ''}
          items={[...any, ...filter.options]}
        />
      )
    }
    case 'yesNo':
      return (
        <Select
          id={name}
          name={name}
          label={filter.label}
          value={value ?? ''}
          items={[
            { value: '', label: filter.any },
            { value: 'yes', label: filter.yes },
            { value: 'no', label: filter.no },
          ]}
        />
      )
    case 'days':
      // The browser's own box for a date: what reaches the address is a date or nothing.
      return (
        <Fieldset legend={filter.label}>
          <Input
            id={`${name}-from`}
            name={`${name}-from`}
            type="date"
            label="First day"
            value={days.from?.toString()}
          />
          <Input
            id={`${name}-to`}
            name={`${name}-to`}
            type="date"
            label="Last day"
            value={days.to?.toString()}
          />
        </Fieldset>
      )
    case 'linked':
    case 'person':
      return null
  }
}
