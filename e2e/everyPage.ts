import type { Furnished } from './furnish.ts'
import type { Somebody } from './people.ts'

/** A page and somebody who may open it; nobody has not signed in, proved has given the password again. */
export type PageToSee = { who: Somebody | 'nobody' | 'second-step' | 'proved'; at: string }

type Place = (it: Furnished) => PageToSee | PageToSee[]

const seenBy = (who: PageToSee['who'], ...addresses: string[]): PageToSee[] =>
  addresses.map(at => ({ who, at }))

/** Routes that answer a script or hand out a file. */
export const notPages: readonly string[] = [
  '/health/live',
  '/health/ready',
  '/sign-in/passkey-options',
  '/sign-in/second-factor/passkey-options',
  '/account/second-factors/passkey-options',
  '/arrivals/example.csv',
  '/arrivals/imports/:importId/progress',
  '/children/:childId/files/:fileId/download',
  '/children/:childId/files/:fileId/picture',
  '/api/notifications/:notificationId',
  '/calendar/:token',
]

/** Where every page of the program is to be seen, by the pattern of its route. */
export const everyPage: Readonly<Record<string, Place>> = {
  '/': () => [
    ...seenBy('officer', '/'),
    ...seenBy('senior', '/'),
    ...seenBy('support', '/'),
    ...seenBy('police', '/'),
    ...seenBy('analyst', '/'),
  ],
  '/help': () => seenBy('officer', '/help'),
  '/accessibility': () => seenBy('nobody', '/accessibility'),
  '/privacy': () => seenBy('nobody', '/privacy'),
  '/api/docs': () => seenBy('nobody', '/api/docs'),
  '/design': () => seenBy('officer', '/design'),

  '/sign-in': () => seenBy('nobody', '/sign-in'),
  '/sign-in/second-factor': () =>
    seenBy('second-step', '/sign-in/second-factor', '/sign-in/second-factor?recovery'),
  '/set-password/:token': it => seenBy('nobody', `/set-password/${it.invitation}`),
  '/reset-password': () => seenBy('nobody', '/reset-password'),

  '/account': () => seenBy('officer', '/account'),
  '/account/password': () => seenBy('officer', '/account/password'),
  '/account/search-key': () => seenBy('officer', '/account/search-key'),
  '/account/second-factors': () => [
    ...seenBy('officer', '/account/second-factors'),
    ...seenBy('admin', '/account/second-factors'),
  ],
  '/account/second-factors/password/:what': () =>
    seenBy('officer', '/account/second-factors/password/app', '/account/second-factors/password/passkey'),
  '/account/second-factors/authenticator': () => seenBy('proved', '/account/second-factors/authenticator'),
  '/account/second-factors/authenticator/remove': () =>
    seenBy('admin', '/account/second-factors/authenticator/remove'),
  '/account/second-factors/passkeys/:passkey/name': it =>
    seenBy('admin', `/account/second-factors/passkeys/${it.passkey}/name`),
  '/account/second-factors/passkeys/:passkey/remove': it =>
    seenBy('admin', `/account/second-factors/passkeys/${it.passkey}/remove`),
  '/account/second-factors/recovery-codes': () => seenBy('admin', '/account/second-factors/recovery-codes'),

  '/admin': () => [...seenBy('admin', '/admin'), ...seenBy('manager', '/admin')],
  '/admin/people': () => seenBy('admin', '/admin/people', '/admin/people?role=officer'),
  '/admin/people/invite': () => seenBy('admin', '/admin/people/invite'),
  '/admin/people/:userId': it =>
    seenBy('admin', `/admin/people/${it.colleague}`, `/admin/people/${it.disabled}`),
  '/admin/people/:userId/edit': it => seenBy('admin', `/admin/people/${it.colleague}/edit`),
  '/admin/people/:userId/disable': it => seenBy('admin', `/admin/people/${it.colleague}/disable`),
  '/admin/people/:userId/enable': it => seenBy('admin', `/admin/people/${it.disabled}/enable`),
  '/admin/people/:userId/remove-second-step': it =>
    seenBy('admin', `/admin/people/${it.colleague}/remove-second-step`),
  '/admin/messages': () => seenBy('admin', '/admin/messages'),
  '/admin/messages/views': () => seenBy('admin', '/admin/messages/views'),
  '/admin/messages/:messageId': it => seenBy('admin', `/admin/messages/${it.message}`),
  '/admin/keys': () => seenBy('admin', '/admin/keys'),
  '/admin/keys/new': () => seenBy('admin', '/admin/keys/new'),
  '/admin/keys/:keyId/end': it => seenBy('admin', `/admin/keys/${it.key}/end`),
  '/admin/audit': () => [...seenBy('admin', '/admin/audit'), ...seenBy('manager', '/admin/audit')],
  '/admin/jobs': () => seenBy('admin', '/admin/jobs'),

  '/profile': () => seenBy('officer', '/profile'),
  '/profile/leave/add': () => seenBy('officer', '/profile/leave/add'),
  '/profile/load': () => seenBy('officer', '/profile/load'),
  '/team': () => seenBy('senior', '/team', '/team?sort=-load&only=away'),
  '/team/lists': () => seenBy('senior', '/team/lists'),
  '/team/lists/add': () => seenBy('senior', '/team/lists/add'),
  '/team/lists/:termId/end': it => seenBy('senior', `/team/lists/${it.term}/end`),
  '/team/:userId': it => seenBy('senior', `/team/${it.worker}`, `/team/${it.colleague}`),
  '/team/:userId/profile': it => seenBy('senior', `/team/${it.worker}/profile`),
  '/team/:userId/leave/add': it => seenBy('senior', `/team/${it.worker}/leave/add`),
  '/team/:userId/leave/:leaveId': it => seenBy('senior', `/team/${it.worker}/leave/${it.leave}`),
  '/team/:userId/leave/:leaveId/end': it => seenBy('senior', `/team/${it.worker}/leave/${it.leave}/end`),
  '/team/:userId/hand-over': it => seenBy('senior', `/team/${it.worker}/hand-over`),

  '/arrivals': () => seenBy('officer', '/arrivals', '/arrivals?pathway=esp-prevention&route=channel-panel'),
  '/arrivals/views': () => seenBy('officer', '/arrivals/views'),
  '/arrivals/import': () => seenBy('support', '/arrivals/import'),
  '/arrivals/imports/:importId': it => seenBy('support', `/arrivals/imports/${it.import}`),
  '/arrivals/imports/:importId/rows/:row': it =>
    seenBy('support', `/arrivals/imports/${it.import}/rows/${it.failedRow}`),
  '/arrivals/imports/:importId/rows/:row/drop': it =>
    seenBy('support', `/arrivals/imports/${it.import}/rows/${it.failedRow}/drop`),
  '/arrivals/new': () => seenBy('officer', '/arrivals/new'),
  '/arrivals/new/:route': () =>
    seenBy('officer', '/arrivals/new/police-notification', '/arrivals/new/school-or-college'),
  '/arrivals/packages': () => seenBy('manager', '/arrivals/packages'),
  '/arrivals/packages/:arrivedTransferId': it => seenBy('manager', `/arrivals/packages/${it.package}`),
  '/arrivals/packages/:arrivedTransferId/not-ours': it =>
    seenBy('manager', `/arrivals/packages/${it.package}/not-ours`),
  '/arrivals/:notificationId': it =>
    seenBy('officer', `/arrivals/${it.notification}`, `/arrivals/${it.referral}`),
  '/arrivals/:notificationId/close': it =>
    seenBy('officer', `/arrivals/${it.notification}/close`, `/arrivals/${it.referral}/close`),

  '/search': () => seenBy('officer', '/search'),
  '/children': () =>
    seenBy(
      'manager',
      '/children',
      '/children?whose=all&sort=-began',
      '/children?whose=all&happened=decided&on-from=2026-01-01&result=answer.suitable',
    ),
  '/children/views': () => seenBy('officer', '/children/views'),
  '/figures': () => seenBy('manager', '/figures', '/figures?period=year&pathway=diversion'),
  '/appointments': () => seenBy('officer', '/appointments', '/appointments?state=missed&on-from=2026-01-01'),
  '/appointments/views': () => seenBy('officer', '/appointments/views'),
  '/week': it => [...seenBy('officer', '/week'), ...seenBy('senior', `/week?worker=${it.worker}`)],
  '/week/calendars': () => seenBy('officer', '/week/calendars'),
  '/week/calendars/add': () => seenBy('officer', '/week/calendars/add'),
  '/week/calendars/:feedId/end': it => seenBy('officer', `/week/calendars/${it.feed}/end`),
  '/profile/digest': () => seenBy('officer', '/profile/digest'),
  '/deadlines': () => seenBy('officer', '/deadlines'),
  '/deadlines/:pathway/:clock': () => seenBy('manager', '/deadlines/diversion/screening'),
  '/deadlines/:pathway/:clock/own-length': () =>
    seenBy('manager', '/deadlines/diversion/screening/own-length'),
  '/deadlines/lengths/:overrideId/end': it => seenBy('manager', `/deadlines/lengths/${it.ownLength}/end`),
  '/places': () => seenBy('support', '/places'),
  '/places/add': () => seenBy('support', '/places/add'),
  '/places/:placeId/edit': it => seenBy('support', `/places/${it.place}/edit`),
  '/groups': () => seenBy('officer', '/groups'),
  '/groups/views': () => seenBy('officer', '/groups/views'),
  '/groups/add': () => seenBy('officer', '/groups/add'),
  '/groups/:groupId': it => seenBy('manager', `/groups/${it.group}`),
  '/groups/:groupId/edit': it => seenBy('officer', `/groups/${it.group}/edit`),
  '/groups/:groupId/members/add': it => seenBy('officer', `/groups/${it.group}/members/add`),
  '/groups/:groupId/members/:memberId/leave': it =>
    seenBy('manager', `/groups/${it.group}/members/${it.member}/leave`),
  '/groups/:groupId/sessions/plan': it => seenBy('officer', `/groups/${it.group}/sessions/plan`),
  '/groups/:groupId/sessions/:sessionId': it =>
    seenBy('manager', `/groups/${it.group}/sessions/${it.session}`),
  '/groups/:groupId/sessions/:sessionId/attendance': it =>
    seenBy('manager', `/groups/${it.group}/sessions/${it.session}/attendance`),
  '/groups/:groupId/sessions/:sessionId/move': it =>
    seenBy('manager', `/groups/${it.group}/sessions/${it.sessionAhead}/move`),
  '/groups/:groupId/sessions/:sessionId/cancel': it =>
    seenBy('manager', `/groups/${it.group}/sessions/${it.sessionAhead}/cancel`),
  '/children/:childId': it => [
    ...seenBy('officer', `/children/${it.child}`),
    ...seenBy('inspector', `/children/${it.screened}`),
  ],
  '/children/:childId/offences': it => seenBy('officer', `/children/${it.child}/offences`),
  '/children/:childId/chronology': it =>
    seenBy(
      'officer',
      `/children/${it.child}/chronology`,
      `/children/${it.child}/chronology?kind=note&from=2020-01-01&significant=yes`,
      `/children/${it.child}/chronology?all`,
    ),
  '/children/:childId/chronology/:kind/:entryId/mark': it =>
    seenBy('officer', `/children/${it.child}/chronology/alert/${it.alert}/mark`),
  '/children/:childId/chronology/:kind/:entryId/unmark': it =>
    seenBy('officer', `/children/${it.child}/chronology/note/${it.note}/unmark`),
  '/children/:childId/history': it => seenBy('manager', `/children/${it.child}/history`),

  '/children/:childId/details': it => seenBy('officer', `/children/${it.child}/details`),
  '/children/:childId/details/edit': it => seenBy('officer', `/children/${it.child}/details/edit`),
  '/children/:childId/details/names/add': it => seenBy('officer', `/children/${it.child}/details/names/add`),
  '/children/:childId/details/names/change': it =>
    seenBy('officer', `/children/${it.child}/details/names/change`),
  '/children/:childId/details/names/:nameId/remove': it =>
    seenBy('officer', `/children/${it.child}/details/names/${it.otherName}/remove`),
  '/children/:childId/details/:kind/add': it =>
    seenBy(
      'officer',
      ...['addresses', 'education', 'care'].map(kind => `/children/${it.child}/details/${kind}/add`),
    ),
  '/children/:childId/details/:kind/:factId': it =>
    seenBy(
      'officer',
      `/children/${it.child}/details/addresses/${it.address}`,
      `/children/${it.child}/details/care/${it.care}`,
    ),
  '/children/:childId/details/:kind/:factId/remove': it =>
    seenBy('officer', `/children/${it.child}/details/addresses/${it.address}/remove`),
  '/children/:childId/before-a-visit': it => seenBy('officer', `/children/${it.child}/before-a-visit`),
  '/children/:childId/sharing': it => seenBy('officer', `/children/${it.child}/sharing`),
  '/children/:childId/sharing/add': it => seenBy('officer', `/children/${it.child}/sharing/add`),
  '/children/:childId/sharing/agreements/add': it =>
    seenBy('officer', `/children/${it.child}/sharing/agreements/add`),
  '/children/:childId/sharing/agreements/:agreementId': it =>
    seenBy('officer', `/children/${it.child}/sharing/agreements/${it.agreement}`),
  '/children/:childId/sharing/agreements/:agreementId/withdraw': it =>
    seenBy('officer', `/children/${it.child}/sharing/agreements/${it.agreement}/withdraw`),
  '/children/:childId/sharing/:sharedId/mistaken': it =>
    seenBy('officer', `/children/${it.child}/sharing/${it.shared}/mistaken`),
  '/children/:childId/files': it => seenBy('officer', `/children/${it.child}/files`),
  '/children/:childId/files/add': it => seenBy('officer', `/children/${it.child}/files/add`),
  '/children/:childId/files/:fileId': it => seenBy('officer', `/children/${it.child}/files/${it.file}`),
  '/children/:childId/files/:fileId/remove': it =>
    seenBy('officer', `/children/${it.child}/files/${it.file}/remove`),
  '/children/:childId/notes/:noteId/files/add': it =>
    seenBy('officer', `/children/${it.child}/notes/${it.note}/files/add`),
  '/children/:childId/people': it => seenBy('officer', `/children/${it.child}/people`),
  '/children/:childId/people/add': it => seenBy('officer', `/children/${it.child}/people/add`),
  '/children/:childId/people/:personId': it => seenBy('officer', `/children/${it.child}/people/${it.person}`),

  '/children/:childId/other-services': it => seenBy('manager', `/children/${it.child}/other-services`),
  '/children/:childId/other-services/hand-over': it =>
    seenBy('manager', `/children/${it.child}/other-services/hand-over`),

  '/children/:childId/same-child': it => [
    ...seenBy('senior', `/children/${it.merged}/same-child`, `/children/${it.twin}/same-child`),
    ...seenBy('officer', `/children/${it.merged}/same-child`),
  ],
  '/children/:childId/same-child/find': it => seenBy('officer', `/children/${it.merged}/same-child/find`),
  '/children/:childId/merge/:otherId': it => seenBy('senior', `/children/${it.merged}/merge/${it.screened}`),
  '/children/:childId/merges/:mergeId/unmerge': it =>
    seenBy('senior', `/children/${it.merged}/merges/${it.merge}/unmerge`),
  '/children/:childId/not-same/:otherId': it =>
    seenBy('officer', `/children/${it.twin}/not-same/${it.screened}`),
  '/children/:childId/not-same/:otherId/take-back': it =>
    seenBy('officer', `/children/${it.merged}/not-same/${it.twin}/take-back`),

  '/children/:childId/safety': it =>
    seenBy('manager', `/children/${it.child}/safety`, `/children/${it.restricted}/safety`),
  '/children/:childId/safety/alerts/add': it => seenBy('officer', `/children/${it.child}/safety/alerts/add`),
  '/children/:childId/safety/alerts/:alertId/end': it =>
    seenBy('officer', `/children/${it.child}/safety/alerts/${it.alert}/end`),
  '/children/:childId/safety/restrict': it => seenBy('manager', `/children/${it.child}/safety/restrict`),
  '/children/:childId/safety/lift': it => seenBy('manager', `/children/${it.restricted}/safety/lift`),
  '/children/:childId/safety/access/add': it =>
    seenBy('manager', `/children/${it.restricted}/safety/access/add`),
  '/children/:childId/safety/access/:accessId/end': it =>
    seenBy('manager', `/children/${it.restricted}/safety/access/${it.named}/end`),
  '/children/:childId/safety/conflicts/add': it =>
    seenBy('manager', `/children/${it.child}/safety/conflicts/add`),
  '/children/:childId/safety/conflicts/mine': it =>
    seenBy('officer', `/children/${it.child}/safety/conflicts/mine`),
  '/children/:childId/safety/conflicts/:userId/remove': it =>
    seenBy('manager', `/children/${it.child}/safety/conflicts/${it.conflicted}/remove`),
  '/children/:childId/break-glass': it => seenBy('officer', `/children/${it.restricted}/break-glass`),
  '/break-glass': () => seenBy('manager', '/break-glass'),
  '/restricted-records': () => seenBy('manager', '/restricted-records'),
  '/break-glass/:accessId': it => seenBy('manager', `/break-glass/${it.glass}`),

  '/children/:childId/cases': it => seenBy('officer', `/children/${it.child}/cases`),
  '/children/:childId/cases/:involvementId': it =>
    seenBy(
      'officer',
      `/children/${it.child}/cases/${it.openCase}`,
      `/children/${it.child}/cases/${it.endedCase}`,
      `/children/${it.referred}/cases/${it.referredCase}`,
    ),
  '/children/:childId/cases/:involvementId/hand-overs/:handOverId': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.openCase}/hand-overs/${it.handOver}`),
  '/children/:childId/cases/:involvementId/co-workers/add': it =>
    seenBy('senior', `/children/${it.child}/cases/${it.openCase}/co-workers/add`),
  '/children/:childId/cases/:involvementId/co-workers/:userId/end': it =>
    seenBy('senior', `/children/${it.child}/cases/${it.openCase}/co-workers/${it.coWorker}/end`),
  '/children/:childId/cases/:involvementId/milestones/:milestoneId/correct': it =>
    seenBy('senior', `/children/${it.child}/cases/${it.openCase}/milestones/${it.milestone}/correct`),
  '/children/:childId/cases/:involvementId/steps/:step': it =>
    seenBy(
      'senior',
      `/children/${it.screened}/cases/${it.screenedCase}/steps/decide`,
      `/children/${it.referred}/cases/${it.referredCase}/steps/end`,
      `/children/${it.child}/cases/${it.openCase}/steps/change-worker`,
      `/children/${it.child}/cases/${it.openCase}/steps/end`,
      `/children/${it.child}/cases/${it.openCase}/steps/review`,
    ),

  '/children/:childId/cases/:involvementId/changes': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.openCase}/changes`),
  '/follow-ups': () => seenBy('senior', '/follow-ups', '/follow-ups?found=to-look-at&state=all'),
  '/follow-ups/views': () => seenBy('senior', '/follow-ups/views'),
  '/children/:childId/cases/:involvementId/follow-up': it =>
    seenBy('senior', `/children/${it.child}/cases/${it.endedCase}/follow-up`),
  '/children/:childId/cases/:involvementId/follow-up/checks/add': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.endedCase}/follow-up/checks/add`),
  '/children/:childId/cases/:involvementId/follow-up/offences/:offenceId': it =>
    seenBy('senior', `/children/${it.child}/cases/${it.endedCase}/follow-up/offences/${it.offence}`),
  '/children/:childId/cases/:involvementId/exits/add': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.endedCase}/exits/add`),
  '/children/:childId/cases/:involvementId/exits/:exitId': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.endedCase}/exits/${it.exit}`),
  '/children/:childId/cases/:involvementId/exits/:exitId/began': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.endedCase}/exits/${it.exit}/began`),
  '/feedback/:token': it => seenBy('nobody', `/feedback/${it.feedbackToken}`, '/feedback/none'),
  '/feedback-forms/:form': () =>
    seenBy('officer', '/feedback-forms/feedback-child', '/feedback-forms/feedback-referrer'),
  '/children/:childId/cases/:involvementId/feedback/:form/invite': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.endedCase}/feedback/feedback-child/invite`),
  '/children/:childId/cases/:involvementId/feedback/:form/write': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.endedCase}/feedback/feedback-child/write`),
  '/children/:childId/cases/:involvementId/feedback/invitations/:invitationId/end': it =>
    seenBy(
      'officer',
      `/children/${it.child}/cases/${it.endedCase}/feedback/invitations/${it.feedbackInvitation}/end`,
    ),
  '/children/:childId/cases/:involvementId/feedback/given/:feedbackId/take-back': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.endedCase}/feedback/given/${it.feedback}/take-back`),

  '/children/:childId/throughline': it =>
    seenBy('officer', `/children/${it.child}/throughline`, `/children/${it.child}/throughline?zoom=month`),
  '/children/:childId/contacts': it => seenBy('officer', `/children/${it.child}/contacts`),
  '/children/:childId/contacts/plan': it => seenBy('officer', `/children/${it.child}/contacts/plan`),
  '/children/:childId/contacts/:appointmentId': it =>
    seenBy(
      'officer',
      `/children/${it.child}/contacts/${it.kept}`,
      `/children/${it.child}/contacts/${it.missed}`,
    ),
  '/children/:childId/contacts/:appointmentId/move': it =>
    seenBy('officer', `/children/${it.child}/contacts/${it.planned}/move`),
  '/children/:childId/contacts/:appointmentId/record': it =>
    seenBy('officer', `/children/${it.child}/contacts/${it.begun}/record`),
  '/children/:childId/contacts/:appointmentId/kept': it =>
    seenBy('officer', `/children/${it.child}/contacts/${it.begun}/kept`),
  '/children/:childId/contacts/:appointmentId/missed': it =>
    seenBy('officer', `/children/${it.child}/contacts/${it.begun}/missed`),
  '/children/:childId/contacts/:appointmentId/cancel': it =>
    seenBy('officer', `/children/${it.child}/contacts/${it.planned}/cancel`),
  '/children/:childId/contacts/:appointmentId/follow-up': it =>
    seenBy('officer', `/children/${it.child}/contacts/${it.missed}/follow-up`),
  '/children/:childId/contacts/:appointmentId/take-back': it =>
    seenBy('officer', `/children/${it.child}/contacts/${it.kept}/take-back`),

  '/children/:childId/notes': it => seenBy('officer', `/children/${it.child}/notes`),
  '/children/:childId/notes/add': it => seenBy('officer', `/children/${it.child}/notes/add`),
  '/children/:childId/notes/:noteId': it => seenBy('officer', `/children/${it.child}/notes/${it.note}`),
  '/children/:childId/notes/search': it => seenBy('officer', `/children/${it.child}/notes/search`),
  '/notes/search': () => seenBy('officer', '/notes/search'),
  '/children/:childId/notes/:noteId/versions': it =>
    seenBy('officer', `/children/${it.child}/notes/${it.note}/versions`),
  '/children/:childId/notes/:noteId/edit': it =>
    seenBy('officer', `/children/${it.child}/notes/${it.note}/edit`),
}
