import { type Places, seenBy } from './pageToSee.ts'

/** A child's cases, with the follow-up and feedback, the throughline, contacts and notes. */
export const pagesOfCases: Places = {
  '/children/:childId/notes/:noteId/files/add': it =>
    seenBy('officer', `/children/${it.child}/notes/${it.note}/files/add`),
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
  '/children/:childId/cases/:involvementId/conditions/add': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.outOfCourtCase}/conditions/add`),
  '/children/:childId/cases/:involvementId/conditions/:conditionId/vary': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.outOfCourtCase}/conditions/${it.condition}/vary`),
  '/children/:childId/cases/:involvementId/conditions/:conditionId/mark': it =>
    seenBy('officer', `/children/${it.child}/cases/${it.outOfCourtCase}/conditions/${it.condition}/mark`),
  '/feedback/:token': it => seenBy('nobody', `/feedback/${it.feedbackToken}`, '/feedback/none'),
  '/what-they-say': () => seenBy('manager', '/what-they-say'),
  '/what-they-say/words/:feedbackId/:question': it =>
    seenBy('manager', `/what-they-say/words/${it.feedback}/best`),
  '/what-they-say/words/:feedbackId/:question/whose': it =>
    seenBy('manager', `/what-they-say/words/${it.feedback}/best/whose`),
  '/what-they-say/to-read': () => seenBy('manager', '/what-they-say/to-read'),
  '/what-they-say/done/add': () => seenBy('manager', '/what-they-say/done/add'),
  '/what-they-say/done/:entryId': it => seenBy('manager', `/what-they-say/done/${it.saidAndDone}`),
  '/feedback-forms/:form': () =>
    seenBy('officer', '/feedback-forms/feedback-child', '/feedback-forms/feedback-referrer'),
  '/to-ask': () => seenBy('participation', '/to-ask', '/to-ask?state=all'),
  '/to-ask/views': () => seenBy('participation', '/to-ask/views'),
  '/to-ask/:childId/:involvementId': it => seenBy('participation', `/to-ask/${it.child}/${it.endedCase}`),
  '/to-ask/:childId/:involvementId/try': it =>
    seenBy('participation', `/to-ask/${it.child}/${it.endedCase}/try`),
  '/to-ask/:childId/:involvementId/:form/invite': it =>
    seenBy('participation', `/to-ask/${it.child}/${it.endedCase}/where-to-now/invite`),
  '/to-ask/:childId/:involvementId/:form/write': it =>
    seenBy('participation', `/to-ask/${it.child}/${it.endedCase}/where-to-now/write`),
  '/to-ask/:childId/:involvementId/links/:invitationId/end': it =>
    seenBy('participation', `/to-ask/${it.child}/${it.endedCase}/links/${it.outsideLink}/end`),
  '/to-ask/:childId/:involvementId/said/:feedbackId/take-back': it =>
    seenBy('participation', `/to-ask/${it.child}/${it.endedCase}/said/${it.saidOutside}/take-back`),
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
  '/children/:childId/contacts/add': it => seenBy('officer', `/children/${it.child}/contacts/add`),
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
