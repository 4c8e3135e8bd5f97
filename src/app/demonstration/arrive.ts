import { readForm, typedDate } from '../../engine/forms/index.ts'
import { findRoute, practiceInUse } from '../../engine/packs/index.ts'
import { sentFrom } from '../../platform/http/index.ts'
import { type Arriving, asked, askedRoute, readRow } from '../../record/arrivals/index.ts'
import type { DemonstrationCase, DemonstrationChild } from './demonstrationCase.ts'
import type { Making } from './making.ts'
import type { DemonstrationReferral } from './referrals.ts'

/** What the police sent of a child, read as a row of a file is. */
export function notify(making: Making, child: DemonstrationChild, index: number): Arriving {
  const { today } = making
  const received = today.subtract({ days: child.receivedDaysAgo })
  const cells = {
    ...child.cells,
    police_reference: `DEMO/${String(index + 101).padStart(4, '0')}/${received.year}`,
    received: typedDate(received),
    date_of_birth: typedDate(bornOn(child, received)),
    offence_date: typedDate(received.subtract({ days: 5 })),
    resolution_date: typedDate(received.subtract({ days: 1 })),
    outcome: '8',
    officer: 'PC 4471',
    station: 'Central',
  }
  const read = readRow(askedRoute('police-notification', today), cells, today)
  if (!read.ok) throw new Error(`Notification ${index} of the demonstration: ${faultsOf(read.errors)}`)
  return read.arriving
}

/** What a referrer sent of a child, read as the page reads it. */
export function refer({ today }: Making, child: DemonstrationReferral): Arriving {
  const route = findRoute(practiceInUse(), child.route)
  if (!route) throw new Error(`The demonstration needs the way in ${child.route}`)
  const received = today.subtract({ days: child.receivedDaysAgo })
  const typed = {
    ...child.typed,
    received: typedDate(received),
    'date-of-birth': typedDate(bornOn(child, received)),
  }
  const read = readForm(asked(route.form, today), sentFrom(typed), today)
  if (!read.ok) throw new Error(`A referral from ${child.route}: ${faultsOf(read.errors)}`)
  return { routeIn: route.id, form: route.form, answers: read.answers }
}

function bornOn({ born }: DemonstrationCase, received: Temporal.PlainDate): Temporal.PlainDate {
  if (typeof born === 'string') return Temporal.PlainDate.from(born)
  const [years, days] = born
  return received.subtract({ years, days })
}

/** What is wrong with something that was read. */
export const faultsOf = (errors: readonly { message: string }[]) =>
  errors.map(({ message }) => message).join('; ')
