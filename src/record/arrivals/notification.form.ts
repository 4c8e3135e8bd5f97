import { type ArrivalForm, askedOn } from '../../engine/arrivals/index.ts'
import type { Answers, Fields, Form } from '../../engine/forms/index.ts'
import {
  findArrivalForm,
  findRoute,
  listRoutes,
  practiceInUse,
  type Route,
} from '../../engine/packs/index.ts'

/** A form as it is asked on a day. */
export function asked(form: ArrivalForm, day: Temporal.PlainDate): Form<Fields> {
  return askedOn(form, practiceInUse().codeLists, day)
}

/** A way in, with its form as it is asked on a day: on a page, of a file and of a program alike. */
export type AskedRoute = {
  route: Route
  form: Form<Fields>
  /** It is no longer among the definitions. */
  isGone?: true
}

/** Every way in by which something arrives, as it is asked on a day. */
export function askedRoutes(day: Temporal.PlainDate): AskedRoute[] {
  return listRoutes(practiceInUse()).map(route => ({ route, form: asked(route.form, day) }))
}

/** A way in as it is asked on a day; one that is no longer among the definitions asks nothing, and nothing comes by it. */
export function askedRoute(routeIn: string, day: Temporal.PlainDate): AskedRoute {
  const route = findRoute(practiceInUse(), routeIn)
  if (route) return { route, form: asked(route.form, day) }
  const form = formOf({ form: routeIn, details: {} })
  return {
    route: { id: routeIn, title: routeIn, form, byProfessionals: false, pathways: [] },
    form: asked(form, day),
    isGone: true,
  }
}

/** What somebody sent, by which route, before it is kept. */
export type Arriving = { routeIn: string; form: ArrivalForm; answers: Answers }

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
  return { id: form, title: form, source: '', file: '', called: 'referral', fields, says, example: {} }
}
