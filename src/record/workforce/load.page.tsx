import { page, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { LoadTable } from './LoadTable.tsx'
import { findLoad } from './loads.ts'
import { loadPath, ownProfilePath } from './paths.ts'

/** One's own load, and how it is counted. */
export const loadRoute = route({
  method: 'GET',
  path: loadPath,
  permission: 'profile.own',
  audit: { kind: 'none', why: 'counts cases and names no child' },
  async handle({ tx, who }) {
    const load = await findLoad(tx, who.userId)
    return page(
      'My load',
      <>
        <h1 class="govuk-heading-l">My load</h1>
        <LoadTable load={load} />
        <p class="govuk-body">
          If your hours are missing or wrong,{' '}
          <a class="govuk-link" href={ownProfilePath.to()}>
            enter them
          </a>
          .
        </p>
      </>,
      { above: <BackLink href="/">My day</BackLink>, width: 'reading' },
    )
  },
})
