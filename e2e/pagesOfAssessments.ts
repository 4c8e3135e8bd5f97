import { type Places, seenBy } from './pageToSee.ts'

/** The long forms about a child, and what asks for one. */
export const pagesOfAssessments: Places = {
  '/assessments': () => seenBy('senior', '/assessments', '/assessments?form=full-assessment'),
  '/assessments/views': () => seenBy('senior', '/assessments/views'),
  '/to-countersign': () => seenBy('senior', '/to-countersign'),
  '/children/:childId/events': it => seenBy('officer', `/children/${it.child}/events`),
  '/children/:childId/events/add': it => seenBy('officer', `/children/${it.child}/events/add`),
  '/children/:childId/events/:eventId/mistaken': it =>
    seenBy('officer', `/children/${it.child}/events/${it.event}/mistaken`),
  '/children/:childId/assessments': it => seenBy('officer', `/children/${it.child}/assessments`),
  '/children/:childId/assessments/begin/:form': it =>
    seenBy('officer', `/children/${it.child}/assessments/begin/initial-screening`),
  '/children/:childId/assessments/:assessmentId': it => [
    ...seenBy('officer', `/children/${it.child}/assessments/${it.openAssessment}`),
    ...seenBy('officer', `/children/${it.child}/assessments/${it.fullAssessment}`),
    ...seenBy('officer', `/children/${it.child}/assessments/${it.givenBackAssessment}`),
    ...seenBy('senior', `/children/${it.child}/assessments/${it.sentAssessment}`),
  ],
  '/children/:childId/assessments/:assessmentId/changes': it =>
    seenBy('officer', `/children/${it.child}/assessments/${it.openAssessment}/changes`),
  '/children/:childId/assessments/:assessmentId/sections/:section': it =>
    seenBy(
      'officer',
      `/children/${it.child}/assessments/${it.openAssessment}/sections/asked`,
      `/children/${it.child}/assessments/${it.openAssessment}/sections/exploitation`,
      `/children/${it.child}/assessments/${it.givenBackAssessment}/sections/picture`,
      `/children/${it.child}/assessments/${it.fullAssessment}/sections/score`,
      `/children/${it.child}/assessments/${it.fullAssessment}/sections/change`,
      `/children/${it.child}/assessments/${it.fullAssessment}/sections/child`,
      `/children/${it.child}/assessments/${it.fullAssessment}/sections/others-safe`,
    ),
  '/children/:childId/assessments/:assessmentId/sign': it =>
    seenBy('officer', `/children/${it.child}/assessments/${it.openAssessment}/sign`),
  '/children/:childId/assessments/:assessmentId/countersign': it =>
    seenBy('senior', `/children/${it.child}/assessments/${it.sentAssessment}/countersign`),
  '/children/:childId/assessments/:assessmentId/comment/:question': it =>
    seenBy(
      'senior',
      `/children/${it.child}/assessments/${it.sentAssessment}/comment/strengths`,
      `/children/${it.child}/assessments/${it.sentAssessment}/comment/part.picture`,
    ),
  '/children/:childId/assessments/:assessmentId/comments/:commentId': it =>
    seenBy('officer', `/children/${it.child}/assessments/${it.givenBackAssessment}/comments/${it.comment}`),
  '/children/:childId/assessments/:assessmentId/take-back': it =>
    seenBy('officer', `/children/${it.child}/assessments/${it.sentAssessment}/take-back`),
  '/children/:childId/assessments/:assessmentId/set-aside': it =>
    seenBy('officer', `/children/${it.child}/assessments/${it.openAssessment}/set-aside`),
}
