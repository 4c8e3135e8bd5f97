import { DatePicker } from '../../ui/moj/date-picker/DatePicker.tsx'
import type { DayNames, DaysAsked } from './daysAsked.ts'

type Given = {
  names: DayNames
  asked: Pick<DaysAsked, 'typed' | 'faults'>
  labels?: { from: string; to: string }
}

/** A first and a last day, asked for as every form asks for a date: typed, or chosen from a calendar. */
export function DaysFields({ names, asked, labels = { from: 'First day', to: 'Last day' } }: Given) {
  const { typed, faults } = asked
  const errorOf = (name: string) => {
    const fault = faults.find(({ field }) => field === name)
    return fault ? { error: fault.message } : {}
  }
  return (
    <>
      {(['from', 'to'] as const).map(end => (
        <DatePicker
          id={names[end]}
          name={names[end]}
          label={labels[end]}
          hint="For example, 27/3/2026"
          value={typed[end]}
          key={end}
          {...errorOf(names[end])}
        />
      ))}
    </>
  )
}
