import { type Places, seenBy } from './pageToSee.ts'

/** The team, arrivals, lists, figures, the week, deadlines, places and groups. */
export const pagesOfWork: Places = {
  '/actions': () => seenBy('senior', '/actions?whose=all', '/actions?whose=all&colour=red'),
  '/actions/views': () => seenBy('senior', '/actions/views'),
  '/actions/new': () => seenBy('senior', '/actions/new'),
  '/actions/import': () => seenBy('senior', '/actions/import'),
  '/actions/imports/:importId': it => seenBy('senior', `/actions/imports/${it.actionImport}`),
  '/actions/:actionId': it => seenBy('senior', `/actions/${it.action}`, `/actions/${it.doneAction}`),
  '/actions/:actionId/change': it => seenBy('senior', `/actions/${it.action}/change`),
  '/actions/:actionId/progress': it => seenBy('senior', `/actions/${it.action}/progress`),
  '/actions/:actionId/done': it => seenBy('senior', `/actions/${it.action}/done`),
  '/actions/:actionId/give-up': it => seenBy('senior', `/actions/${it.action}/give-up`),
  '/actions/:actionId/check': it => seenBy('senior', `/actions/${it.doneAction}/check`),

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
  '/team/:userId/leave/:leaveId/end-cover': it =>
    seenBy('senior', `/team/${it.colleague}/leave/${it.coveredLeave}/end-cover`),
  '/team/:userId/hand-over': it => seenBy('senior', `/team/${it.worker}/hand-over`),
  '/team/:userId/hand-over/note': it =>
    seenBy('senior', `/team/${it.worker}/hand-over/note?to=${it.colleague}&case=${it.openCase}`),
  '/arrivals': () => seenBy('officer', '/arrivals', '/arrivals?pathway=esp-prevention&route=channel-panel'),
  '/arrivals/views': () => seenBy('officer', '/arrivals/views'),
  '/arrivals/find': () => seenBy('officer', '/arrivals/find'),
  '/arrivals/import': () => seenBy('support', '/arrivals/import'),
  '/arrivals/imports/:importId': it => seenBy('support', `/arrivals/imports/${it.import}`),
  '/arrivals/imports/:importId/rows/:row': it =>
    seenBy('support', `/arrivals/imports/${it.import}/rows/${it.failedRow}`),
  '/arrivals/imports/:importId/rows/:row/drop': it =>
    seenBy('support', `/arrivals/imports/${it.import}/rows/${it.failedRow}/drop`),
  '/arrivals/:notificationId/reopen': it => seenBy('support', `/arrivals/${it.closedArrival}/reopen`),
  '/arrivals/new': () => seenBy('officer', '/arrivals/new'),
  '/arrivals/new/:route': () =>
    seenBy('officer', '/arrivals/new/police-notification', '/arrivals/new/school-or-college'),
  '/arrivals/packages': () => seenBy('manager', '/arrivals/packages'),
  '/arrivals/packages/:arrivedTransferId': it => seenBy('manager', `/arrivals/packages/${it.package}`),
  '/arrivals/packages/:arrivedTransferId/not-ours': it =>
    seenBy('manager', `/arrivals/packages/${it.package}/not-ours`),
  '/arrivals/:notificationId': it =>
    seenBy(
      'officer',
      `/arrivals/${it.notification}`,
      `/arrivals/${it.referral}`,
      `/arrivals/${it.closedArrival}`,
    ),
  '/arrivals/:notificationId/close': it =>
    seenBy('officer', `/arrivals/${it.notification}/close`, `/arrivals/${it.referral}/close`),
  '/search': () => seenBy('officer', '/search'),
  '/children': () =>
    seenBy(
      'manager',
      '/children',
      '/children?whose=all&sort=-began',
      '/children?whose=all&happened=decided&on-from=2026-01-01&result=answer.suitable',
      '/children?whose=all&state=all&happened=done.screen&waited-from=0&clock=met&sort=-waited',
    ),
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
}
