import { writeDate } from '../../kernel/writtenDates.ts'
import { Fieldset, Input, Select } from '../../ui/govuk/index.ts'
import { Filter } from '../../ui/moj/filter/Filter.tsx'
import { type ListAsked, without, withoutAll } from './asked.ts'
import { DaysFields } from './DaysFields.tsx'
import type { Days } from './daysAsked.ts'
import { besideOf, type Choice, type ChosenBeside, isInForce, namesOf, type Person } from './filter.ts'

type FilterGiven = { address: string; asked: ListAsked; people: readonly Person[] }

/** The filters of a list, with what is in force and a way out of each. */
export function FilterPanel({ address, asked, people }: FilterGiven) {
  const { query } = asked
  const choices = asked.choices.filter(({ isOffered }) => isOffered).map(choice => offered(choice, people))
  const sort = new URLSearchParams(query).get('sort')
  const linked = choices.filter(({ filter, value }) => filter.kind === 'linked' && value !== undefined)
  return (
    <Filter
      action={address}
      isOpen={choices.some(({ faults }) => faults.length > 0)}
      selected={choices.filter(isInForce).map(choice => ({
        heading: choice.filter.label,
        items: [{ text: wordsOf(choice, besideOf(choices)), href: without(asked, address, choice.name) }],
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

function wordsOf({ filter, value = '', days, range }: Choice, beside: ChosenBeside): string {
  switch (filter.kind) {
    case 'choice':
      return filter.options.find(option => option.value === value)?.label ?? value
    case 'yesNo':
      return value === 'yes' ? filter.yes : filter.no
    case 'linked':
      return filter.wordsOf(value, beside) ?? value
    case 'days':
      return daysWords(days)
    case 'range':
      return filter.wordsOf(range)
    case 'person':
      return value
  }
}

function daysWords({ from, to }: Days): string {
  if (from && to) return `${writeDate(from)} to ${writeDate(to)}`
  return from ? `From ${writeDate(from)}` : to ? `Until ${writeDate(to)}` : ''
}

function Question({ choice }: { choice: Choice }) {
  const { name, filter, value } = choice
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
      return (
        <Fieldset legend={filter.label}>
          <DaysFields names={namesOf(name)} asked={choice} />
        </Fieldset>
      )
    case 'range':
      return <RangeFields choice={choice} said={filter} />
    case 'linked':
    case 'person':
      return null
  }
}

type RangeGiven = { choice: Choice; said: { label: string; from: string; to: string; hint?: string } }

function RangeFields({ choice: { name, typed, faults }, said }: RangeGiven) {
  const names = namesOf(name)
  return (
    <Fieldset legend={said.label}>
      {said.hint !== undefined && <p class="govuk-hint">{said.hint}</p>}
      {(['from', 'to'] as const).map(end => (
        <Input
          id={names[end]}
          name={names[end]}
          label={said[end]}
          inputmode="numeric"
          classes="govuk-input--width-4"
          value={typed[end]}
          errorMessage={faults.find(({ field }) => field === names[end])?.message}
          key={end}
        />
      ))}
    </Fieldset>
  )
}

/**
 * What a list shows, in words: for paper, on which the filter itself does not stand. What holds by itself is said too:
 * "31 cases" is understood only beside "Everybody’s" and "Open".
 */
export function narrowedWords(asked: ListAsked, people: readonly Person[]): string {
  return asked.choices
    .map(choice => offered(choice, people))
    .filter(choice => isInForce(choice) || isUsual(choice))
    .map(choice => `${choice.filter.label}: ${wordsOf(choice, besideOf(asked.choices))}`)
    .join('. ')
}

const isUsual = ({ filter, value, isOffered }: Choice) =>
  isOffered && filter.kind === 'choice' && value !== undefined && value === filter.usual
