import { type Places, seenBy } from './pageToSee.ts'

const panel = '/panels/joint-decision-panel'

/** The standing meetings. */
export const pagesOfForums: Places = {
  '/panels': () => [
    ...seenBy('manager', '/panels'),
    ...seenBy('police', '/panels'),
    ...seenBy('victims', '/panels'),
  ],
  '/panels/:forumId': () => [
    ...seenBy('manager', panel, '/panels/ete-panel', '/panels/board', '/panels/risk-management-meeting'),
    ...seenBy('officer', panel),
  ],
  '/panels/:forumId/plan': () => seenBy('manager', `${panel}/plan`),
  '/panels/:forumId/add': () => seenBy('manager', `${panel}/add`),
  '/panels/:forumId/paper': () => seenBy('manager', '/panels/board/paper'),
  '/panels/:forumId/seats/:seat/add': () => seenBy('manager', `${panel}/seats/education/add`),
  '/panels/:forumId/seats/:seat/:holderId': it =>
    seenBy('manager', `${panel}/seats/education/${it.seatHolder}`),
  '/panels/:forumId/meetings/:meetingId': it => [
    ...seenBy('manager', `${panel}/meetings/${it.panelToday}`, `${panel}/meetings/${it.panelHeld}`),
    ...seenBy('police', `${panel}/meetings/${it.panelToday}`),
  ],
  '/panels/:forumId/meetings/:meetingId/change': it =>
    seenBy('manager', `${panel}/meetings/${it.panelToday}/change`),
  '/panels/:forumId/meetings/:meetingId/call-off': it =>
    seenBy('manager', `${panel}/meetings/${it.panelToday}/call-off`),
  '/panels/:forumId/meetings/:meetingId/room': it => [
    ...seenBy('senior', `${panel}/meetings/${it.panelToday}/room`, `${panel}/meetings/${it.panelOpen}/room`),
    ...seenBy('police', `${panel}/meetings/${it.panelOpen}/room`),
  ],
  '/panels/:forumId/meetings/:meetingId/room/close': it =>
    seenBy('senior', `${panel}/meetings/${it.panelOpen}/room/close`),
  '/panels/:forumId/meetings/:meetingId/attendance': it =>
    seenBy('senior', `${panel}/meetings/${it.panelOpen}/attendance`),
  '/panels/:forumId/meetings/:meetingId/minutes': it =>
    seenBy('senior', `${panel}/meetings/${it.panelHeld}/minutes`),
  '/panels/:forumId/items/:itemId/returns/:seat': it =>
    seenBy('police', `${panel}/items/${it.panelItem}/returns/police`),
  '/panels/:forumId/items/:itemId': it =>
    seenBy('manager', `${panel}/items/${it.panelItem}`, `${panel}/items/${it.decidedItem}`),
  '/panels/:forumId/items/:itemId/decide': it => seenBy('manager', `${panel}/items/${it.panelItem}/decide`),
  '/panels/:forumId/items/:itemId/move': it => seenBy('manager', `${panel}/items/${it.panelItem}/move`),
  '/panels/:forumId/items/:itemId/withdraw': it =>
    seenBy('manager', `${panel}/items/${it.panelItem}/withdraw`),
  '/children/:childId/panels': it => [
    ...seenBy('officer', `/children/${it.child}/panels`),
    ...seenBy('manager', `/children/${it.discussedChild}/panels`),
  ],
  '/children/:childId/panels/bring': it => seenBy('officer', `/children/${it.child}/panels/bring`),
  '/children/:childId/panels/bring/:forumId': it =>
    seenBy('officer', `/children/${it.child}/panels/bring/joint-decision-panel`),
}
