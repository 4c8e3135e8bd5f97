import { listRoutes, practiceInUse } from '../../engine/packs/index.ts'
import { page, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { arrivalsPath, newArrivalByPath, newArrivalPath } from './paths.ts'

/** Which way something came, before what it says: the form hangs on it. */
export const chooseRouteRoute = route({
  method: 'GET',
  path: newArrivalPath,
  permission: 'arrivals.work',
  audit: { kind: 'none', why: 'a list of ways in' },
  async handle() {
    return page('Who sent it?', <Ways />)
  },
})

function Ways() {
  const routes = listRoutes(practiceInUse())
  return (
    <>
      <BackLink href={arrivalsPath.to()}>Back</BackLink>
      <h1 class="govuk-heading-l">Who sent it?</h1>
      <p class="govuk-body">Choose the way in which it came: each has its own questions.</p>
      <ul class="govuk-list govuk-list--spaced">
        {routes.map(({ id, title }) => (
          <li key={id}>
            <a class="govuk-link" href={newArrivalByPath.to({ route: id })}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
