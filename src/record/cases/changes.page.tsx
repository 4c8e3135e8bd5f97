import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { childPage } from '../children/index.ts'
import { ChangesSince } from './Changes.tsx'
import { findInvolvement, listMilestones } from './caseQueries.ts'
import { casePath, changesPath } from './paths.ts'
import { momentsToLookBackTo, readChanges, type Since } from './readChanges.ts'

/** A moment to look back to, in words: “Plan reviewed, 3 March 2026”. */
export function sinceWords({ words, at }: Since): string {
  return `${words}, ${writeDate(dayInUk(at))}`
}

/** What has changed since a review or the start of a case: to read, and to print for the meeting. */
export const changesRoute = route({
  method: 'GET',
  path: changesPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at what has changed since the last review' },
  async handle(request) {
    const { tx, params, query, today } = request
    const id = parseId<'involvement'>(params.involvementId ?? '')
    const involvement = id && (await findInvolvement(tx, id))
    const pathway = involvement && findPathway(practiceInUse(), involvement.pathway)
    if (!involvement || !pathway || involvement.childId !== params.childId) return notFound
    const milestones = await listMilestones(tx, involvement.involvementId)
    const moments = momentsToLookBackTo(pathway, milestones)
    const since = moments.find(({ milestoneId }) => milestoneId === query.get('since')) ?? moments[0]
    if (!since) return notFound
    const changes = await readChanges(request, { involvement, pathway, milestones, since })
    return childPage(request, {
      section: 'cases',
      title: 'What has changed',
      above: <BackLink href={casePath.to(involvement)}>The case</BackLink>,
      body: (
        <>
          <h1 class="govuk-heading-l">What has changed</h1>
          <p class="govuk-body-l">Since: {sinceWords(since)}</p>
          {moments.length > 1 && (
            <ul class="govuk-list tl-list-views__names tl-no-print">
              {moments.map(moment => (
                <li key={moment.milestoneId}>
                  <a
                    class="govuk-link"
                    href={`${changesPath.to(involvement)}?since=${moment.milestoneId}`}
                    aria-current={moment === since ? 'true' : undefined}
                  >
                    {sinceWords(moment)}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <ChangesSince it={changes} today={today} />
        </>
      ),
    })
  },
})
