import { may } from '../../platform/access/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { addContactPath, planPath } from '../appointments/index.ts'
import { childOf, childPage, childPath, chronologyPath, documentsPath } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { type AskedReview, addEventPath, ReviewOfChild, readAskedReviews } from '../events/index.ts'
import { addNotePath } from '../notes/index.ts'
import { planNow } from '../plans/index.ts'
import { throughlineStrip } from '../throughline/index.ts'
import { otherServices } from '../transfers/index.ts'
import { CasesNow } from './CasesNow.tsx'
import { ContactsNow } from './ContactsNow.tsx'
import { type Happening, listHappenings } from './chronologyQueries.ts'
import { readableKinds, tell } from './happening.tsx'
import type { NowGiven } from './nowGiven.ts'
import { readNow } from './nowQueries.ts'
import { Involved, Know } from './ToKnow.tsx'

const recently = 6

/** The first page about a child: what is due, what can be done now, who is involved, what to know. */
export const nowRoute = route({
  method: 'GET',
  path: childPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at Now' },
  async handle(request) {
    const { tx, now, who } = request
    const child = await childOf(request)
    if (!child) return notFound
    const kinds = readableKinds(who.roles, child.isRelated)
    // Asked together: none of them waits for another's answer.
    const mayReview = may('events.see', who.roles, child.isRelated)
    const [record, recent, strip, practice, elsewhere, plan, reviews] = await Promise.all([
      readNow(tx, child.childId, now),
      listHappenings(tx, {
        childId: child.childId,
        kinds,
        most: recently,
        until: now,
        maySeeHealth: may('health.see', who.roles, child.isRelated),
      }),
      throughlineStrip(request, child),
      practiceFor(tx),
      otherServices(request, child),
      planNow(request, child),
      mayReview ? readAskedReviews(request, child) : [],
    ])
    return childPage(request, {
      section: 'now',
      title: 'Now',
      body: (
        <NowPage
          request={request}
          child={child}
          known={{ ...record, practice }}
          recent={recent}
          strip={strip}
          elsewhere={elsewhere}
          plan={plan}
          reviews={reviews}
        />
      ),
    })
  },
})

type Drawn = Awaited<ReturnType<typeof throughlineStrip>>
type PageGiven = NowGiven & {
  recent: Happening[]
  strip: Drawn
  elsewhere: Awaited<ReturnType<typeof otherServices>>
  plan: Awaited<ReturnType<typeof planNow>>
  reviews: readonly AskedReview[]
}

function NowPage({ request, child, known, recent, strip, elsewhere, plan, reviews }: PageGiven) {
  const { roles } = request.who
  const maySeeContacts = may('contacts.see', roles, child.isRelated)
  return (
    <>
      <PageHeaderActions
        heading="Now"
        actions={[
          ...(may('notes.write', roles, child.isRelated)
            ? [{ href: addNotePath.to(child), text: 'Write a note' }]
            : []),
          ...(may('contacts.record', roles, child.isRelated) && child.cases.length > 0
            ? [
                { href: addContactPath.to(child), text: 'Record a contact', isSecondary: true },
                { href: planPath.to(child), text: 'Plan an appointment', isSecondary: true },
              ]
            : []),
          ...(may('documents.write', roles, child.isRelated)
            ? [{ href: documentsPath.to(child), text: 'Make a document', isSecondary: true }]
            : []),
        ]}
      />
      {strip}
      <div class="tl-now">
        <aside aria-label="What to know">
          <Know child={child} />
          <Involved known={known} />
          {elsewhere}
        </aside>
        <div>
          <ReviewOfChild asked={reviews} />
          <CasesNow request={request} child={child} known={known} />
          {plan}
          {maySeeContacts && <ContactsNow request={request} child={child} known={known} />}
          <h2 class="govuk-heading-m">Lately</h2>
          {may('events.record', roles, child.isRelated) && child.cases.length > 0 && (
            <p class="govuk-body tl-no-print">
              <a class="govuk-link" href={addEventPath.to(child)}>
                Something happened: an arrest, missing, an exclusion
              </a>
            </p>
          )}
          {recent.length === 0 ? (
            <p class="govuk-body">Nothing has been recorded yet.</p>
          ) : (
            <>
              <Timeline label="Lately, the newest first" items={recent.map(it => tell(it, child.childId))} />
              <p class="govuk-body tl-no-print">
                <a class="govuk-link" href={chronologyPath.to(child)}>
                  The whole chronology
                </a>
              </p>
            </>
          )}
        </div>
      </div>
    </>
  )
}
