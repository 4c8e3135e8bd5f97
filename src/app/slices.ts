import { draftRoutes } from '../engine/forms/index.ts'
import { victimRoutes, victimsPath, victimsToday } from '../harm/victims/index.ts'
import type { Permission } from '../platform/access/index.ts'
import { type ApiRoute, clearApiAnswers } from '../platform/api/index.ts'
import { sealAuditJob } from '../platform/audit/index.ts'
import type { Route } from '../platform/http/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { emptyMessages, sendMessages } from '../platform/mail/index.ts'
import { appointmentRoutes } from '../record/appointments/index.ts'
import { arrivalRoutes, importJob, notificationApiRoutes } from '../record/arrivals/index.ts'
import { askingRoutes, toAskPath } from '../record/asking/index.ts'
import { allFormsPath, assessmentRoutes } from '../record/assessments/index.ts'
import { attachmentRoutes, scanFile } from '../record/attachments/index.ts'
import { calendarRoutes } from '../record/calendar/index.ts'
import { caseRoutes } from '../record/cases/index.ts'
import { childRoutes, childrenPath } from '../record/children/index.ts'
import { conditionRoutes, conditionsToday } from '../record/conditions/index.ts'
import { queueRoute } from '../record/countersigning/index.ts'
import { dayRoute } from '../record/day/index.ts'
import { deadlineRoutes } from '../record/deadlines/index.ts'
import { digestRoutes, sendDigests } from '../record/digest/index.ts'
import { documentRoutes } from '../record/documents/index.ts'
import { easyReadRoutes } from '../record/easyRead/index.ts'
import { eventRoutes } from '../record/events/index.ts'
import { feedbackRoutes, summaryPath } from '../record/feedback/index.ts'
import { figuresPath, figuresRoute } from '../record/figures/index.ts'
import { followUpRoutes, followUpsPath } from '../record/followUp/index.ts'
import { groupRoutes } from '../record/groups/index.ts'
import { mergingRoutes } from '../record/merging/index.ts'
import { noteRoutes } from '../record/notes/index.ts'
import { overviewRoutes } from '../record/overview/index.ts'
import { ownPageRoutes } from '../record/ownPage/index.ts'
import { placeRoutes } from '../record/places/index.ts'
import { planRoutes } from '../record/plans/index.ts'
import { sharingRoutes } from '../record/sharing/index.ts'
import { teamPath, teamRoutes } from '../record/team/index.ts'
import { throughlineRoutes } from '../record/throughline/index.ts'
import { clearTransferFilesJob, transferRoutes } from '../record/transfers/index.ts'
import { workforceRoutes } from '../record/workforce/index.ts'
import { accountRoutes } from '../service/accounts/index.ts'
import { actionRoutes, actionsInDigest, actionsPath, actionsToday } from '../service/actions/index.ts'
import { administrationRoutes, adminPath } from '../service/administration/index.ts'
import { forumRoutes, forumsPath, forumsToday, returnsInDigest } from '../service/forums/index.ts'
import { apiDocsRoutes } from './apiDocs.page.tsx'
import { clearDraftsJob } from './clearDrafts.ts'
import { generalRoutes } from './general.page.tsx'

/** What programs with a key may ask for. */
const apiRoutes: readonly ApiRoute[] = notificationApiRoutes

/** The one list of slices. */
export const routes: readonly Route[] = [
  dayRoute([conditionsToday, forumsToday, actionsToday, victimsToday]),
  ...generalRoutes,
  ...accountRoutes,
  ...administrationRoutes,
  ...actionRoutes,
  ...draftRoutes,
  ...arrivalRoutes,
  ...childRoutes,
  ...transferRoutes,
  ...mergingRoutes,
  ...overviewRoutes,
  ...deadlineRoutes,
  ...calendarRoutes,
  ...digestRoutes,
  figuresRoute,
  ...throughlineRoutes,
  ...noteRoutes,
  ...planRoutes,
  ...easyReadRoutes,
  ...documentRoutes,
  ...ownPageRoutes,
  ...victimRoutes,
  ...assessmentRoutes,
  queueRoute,
  ...eventRoutes,
  ...sharingRoutes,
  ...attachmentRoutes,
  ...appointmentRoutes,
  ...placeRoutes,
  ...groupRoutes,
  ...caseRoutes,
  ...conditionRoutes,
  ...followUpRoutes,
  ...feedbackRoutes,
  ...askingRoutes,
  ...teamRoutes,
  ...workforceRoutes,
  ...forumRoutes,
  ...apiRoutes,
  ...apiDocsRoutes(apiRoutes),
]

/** The row of services at the head of every page: each person sees those that they may open. */
export const services: readonly { href: string; text: string; permission: Permission }[] = [
  { href: '/', text: 'My day', permission: 'account.own' },
  { href: childrenPath.to(), text: 'Children', permission: 'child.see' },
  { href: '/appointments', text: 'Appointments', permission: 'contacts.see' },
  { href: '/arrivals', text: 'Arrivals', permission: 'arrivals.work' },
  { href: allFormsPath.to(), text: 'All assessments', permission: 'assessments.see' },
  { href: forumsPath.to(), text: 'Panels', permission: 'forums.see' },
  { href: victimsPath.to(), text: 'Victims', permission: 'victims.see' },
  { href: followUpsPath.to(), text: 'Follow-up', permission: 'followUp.see' },
  { href: actionsPath.to(), text: 'Actions', permission: 'actions.own' },
  { href: figuresPath.to(), text: 'Figures', permission: 'figures.see' },
  { href: toAskPath.to(), text: 'Who to ask', permission: 'feedback.ask' },
  { href: summaryPath.to(), text: 'What they say', permission: 'feedback.summary' },
  { href: teamPath.to(), text: 'Team', permission: 'team.see' },
  { href: adminPath.to(), text: 'Admin', permission: 'audit.verify' },
]

/** Everything that is done in the background. */
export const jobs: readonly Job[] = [
  importJob,
  sendMessages,
  emptyMessages,
  sealAuditJob,
  clearDraftsJob,
  clearTransferFilesJob,
  clearApiAnswers,
  sendDigests([actionsInDigest, returnsInDigest]),
  scanFile,
]
