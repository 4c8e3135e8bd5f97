import { type ArrivalForm, askedOn } from '../../engine/arrivals/index.ts'
import type { Answers, Fields, Form } from '../../engine/forms/index.ts'
import { findArrivalForm, findRoute, practiceInUse } from '../../engine/packs/index.ts'

/** The way in by which the police send files. */
export const policeRoute = 'police-notification'

/** The form that the police send: in a file, by a program, or typed in from paper. */
export function policeForm(): ArrivalForm {
  const form = findRoute(practiceInUse(), policeRoute)?.form
  if (!form) throw new Error(`The definitions have no way in called “${policeRoute}”`)
  return form
}

/** A form as it is asked on a day. */
export function asked(form: ArrivalForm, day: Temporal.PlainDate): Form<Fields> {
  return askedOn(form, practiceInUse().codeLists, day)
}

/** The questions of the police's form as they are asked on a day: on a page and of a file alike. */
export function notificationForm(day: Temporal.PlainDate): Form<Fields> {
  return asked(policeForm(), day)
}

/** What somebody sent, by which route, before it is kept. */
export type Arriving = { routeIn: string; form: ArrivalForm; answers: Answers }

/** What the police sent. */
export function fromPolice(answers: Answers): Arriving {
  return { routeIn: policeRoute, form: policeForm(), answers }
}

/**
 * The form of something that arrived earlier. One that is no longer among the definitions says nothing by topic, and is
 * read under the keys of its questions.
 */
export function formOf({ form, details }: { form: string; details: Answers }): ArrivalForm {
  const found = findArrivalForm(practiceInUse(), form)
  if (found) return found
  const fields = Object.fromEntries(
    Object.keys(details).map(name => [name, { kind: 'textarea', label: name } as const]),
  )
  const says = { received: '', 'family-name': '' }
  return { id: form, title: form, source: '', file: '', called: 'referral', fields, says }
}
