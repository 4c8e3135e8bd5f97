import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment, writeMomentOrDay } from '../../kernel/writtenDates.ts'
import { may, type Permission } from '../../platform/access/index.ts'
import { route } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { type Access, readAccess } from './accessQueries.ts'
import { alertWords } from './alerts.ts'
import type { Child } from './child.ts'
import { childOf, childPage } from './frame.tsx'
import {
  addAlertPath,
  declareConflictPath,
  endAccessPath,
  endAlertPath,
  grantAccessPath,
  liftRestrictionPath,
  ownConflictPath,
  removeConflictPath,
  restrictPath,
  safetyPath,
} from './paths.ts'

type Given = { child: Child; access: Access; can(permission: Permission): boolean }

export const safetyRoutes = [
  route({
    method: 'GET',
    path: safetyPath,
    permission: 'child.see',
    about: 'child',
    audit: { kind: 'view', what: 'Looked at safety and access' },
    async handle(request) {
      const child = await childOf(request)
      const access = await readAccess(request.tx, child?.childId ?? '')
      return childPage(request, {
        section: 'safety',
        title: 'Safety and access',
        body: it => {
          const can = (permission: Permission) => may(permission, request.who.roles, it.isRelated)
          return (
            <>
              <h1 class="govuk-heading-l">Safety and access</h1>
              <Alerts child={it} access={access} can={can} />
              <Restriction child={it} access={access} can={can} />
              <p class="govuk-body">
                <a class="govuk-link" href={ownConflictPath.to(it)}>
                  This child is family or known to me
                </a>
              </p>
              {can('child.conflict') && <Conflicts child={it} access={access} can={can} />}
            </>
          )
        },
      })
    },
  }),
]

/** A moment that came as JSON, in words. */
const moment = (at: string) => writeMoment(Temporal.Instant.from(at), ukZone)

function Alerts({ child, can }: Given) {
  const { alerts, childId } = child
  const canEdit = can('child.edit')
  return (
    <section>
      <PageHeaderActions
        heading="Alerts"
        headingLevel={2}
        actions={canEdit ? [{ href: addAlertPath.to(child), text: 'Raise an alert', isSecondary: true }] : []}
      />
      {alerts.length === 0 ? (
        <p class="govuk-body">
          There is no alert. What everybody who meets this child must know first stands here.
        </p>
      ) : (
        <SummaryList
          rows={alerts.map(({ alertId, kind, text, raisedAt, raisedBy }) => ({
            key: alertWords(kind).label,
            value: (
              <>
                <p class="govuk-body tl-keep-lines">{text}</p>
                <p class="govuk-hint govuk-!-margin-bottom-0">
                  Raised by {raisedBy}, {writeMomentOrDay(Temporal.Instant.from(raisedAt), ukZone)}
                </p>
              </>
            ),
            actions: canEdit
              ? [
                  {
                    href: endAlertPath.to({ childId, alertId }),
                    text: 'End',
                    visuallyHiddenText: alertWords(kind).label,
                  },
                ]
              : undefined,
          }))}
        />
      )}
    </section>
  )
}

function Restriction({ child, access, can }: Given) {
  const { restriction, named } = access
  const { childId } = child
  const canRestrict = can('child.restrict')
  if (!restriction) {
    return (
      <section>
        <PageHeaderActions
          heading="Who may open this record"
          headingLevel={2}
          actions={
            canRestrict
              ? [{ href: restrictPath.to(child), text: 'Restrict this record', isSecondary: true }]
              : []
          }
        />
        <p class="govuk-body">Everybody whose work includes it. The record is not restricted.</p>
      </section>
    )
  }
  const actions = [
    { href: grantAccessPath.to(child), text: 'Name somebody', isSecondary: true },
    { href: liftRestrictionPath.to(child), text: 'Lift the restriction', isSecondary: true },
  ]
  return (
    <section>
      <PageHeaderActions
        heading="Who may open this record"
        headingLevel={2}
        actions={canRestrict ? actions : []}
      />
      <p class="govuk-body">
        The record is restricted since {moment(restriction.at)}, by {restriction.by}:{' '}
        <span class="tl-keep-lines">{restriction.reason}</span>
      </p>
      <SummaryList
        rows={named.map(({ accessId, name, since, until }) => ({
          key: name,
          value:
            until === null
              ? `Named ${moment(since)}`
              : `Broke the glass ${moment(since)}, until ${moment(until)}`,
          actions:
            canRestrict && until === null
              ? [
                  {
                    href: endAccessPath.to({ childId, accessId }),
                    text: 'End access',
                    visuallyHiddenText: name,
                  },
                ]
              : undefined,
        }))}
      />
    </section>
  )
}

function Conflicts({ child, access }: Given) {
  const { childId } = child
  return (
    <section>
      <PageHeaderActions
        heading="Conflicts of interest"
        headingLevel={2}
        actions={[{ href: declareConflictPath.to(child), text: 'Declare a conflict', isSecondary: true }]}
      />
      {access.conflicts.length === 0 ? (
        <p class="govuk-body">
          Nobody here is family of this child or knows the child otherwise, as far as has been declared.
        </p>
      ) : (
        <SummaryList
          rows={access.conflicts.map(({ userId, name, relation, since }) => ({
            key: name,
            value: `${relation}. Declared ${moment(since)}`,
            actions: [
              { href: removeConflictPath.to({ childId, userId }), text: 'Remove', visuallyHiddenText: name },
            ],
          }))}
        />
      )}
    </section>
  )
}
