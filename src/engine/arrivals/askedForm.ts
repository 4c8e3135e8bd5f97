import { type CodeEntry, type CodeList, codesInForce } from '../codes/index.ts'
import type { Field, Fields, Form, Option } from '../forms/index.ts'
import type { ArrivalForm, CodedField } from './arrivalForm.ts'

/**
 * A form as it is asked on a day: its choices of codes are those of that day.
 * @param lists the code lists there are; a list that is not among them offers nothing
 */
export function askedOn(
  form: ArrivalForm,
  lists: readonly CodeList[],
  day: Temporal.PlainDate,
): Form<Fields> {
  const fields = Object.entries(form.fields).map(([name, field]): [string, Field] => {
    if (field.kind !== 'code') return [name, field]
    const { kind: _, list, includesPast, ...said } = field
    return [name, { ...said, kind: 'choice', options: optionsOn({ list, includesPast }, lists, day) }]
  })
  return { id: form.id, fields: Object.fromEntries(fields) }
}

/** The codes that can be recorded on the day; where the past counts too, those that are no more stand after them. */
function optionsOn(
  { list, includesPast }: { list: string; includesPast: CodedField['includesPast'] | undefined },
  lists: readonly CodeList[],
  day: Temporal.PlainDate,
): Option[] {
  const found = lists.find(({ id }) => id === list)
  if (!found) return []
  const now = codesInForce(found, day).map(optionOf)
  if (!includesPast) return now
  const others = found.entries.filter(({ code }) => !now.some(({ value }) => value === code))
  return [...now, ...new Map(others.map(entry => [entry.code, optionOf(entry)])).values()]
}

const optionOf = ({ code, label, also }: CodeEntry): Option => ({ value: code, label, ...(also && { also }) })
