import { type Places, seenBy } from './pageToSee.ts'

/** A child's record without its cases: details, people, sharing, files, other services, safety. */
export const pagesOfChildren: Places = {
  '/children/views': () => seenBy('officer', '/children/views'),
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
  '/children/:childId/people': it => seenBy('officer', `/children/${it.child}/people`),
  '/children/:childId/people/add': it => seenBy('officer', `/children/${it.child}/people/add`),
  '/children/:childId/people/:personId': it => seenBy('officer', `/children/${it.child}/people/${it.person}`),
  '/children/:childId/people/:personId/same/:otherId': ({ referred, comparedPeople: { first, second } }) =>
    seenBy('manager', `/children/${referred}/people/${first}/same/${second}`),
  '/children/:childId/people/:personId/part/:otherId': ({ referred, partedPeople: { first, second } }) =>
    seenBy('manager', `/children/${referred}/people/${first}/part/${second}`),
  '/children/:childId/other-services': it => seenBy('manager', `/children/${it.child}/other-services`),
  '/children/:childId/other-services/hand-over': it =>
    seenBy('manager', `/children/${it.child}/other-services/hand-over`),
  '/children/:childId/other-services/:arrivedTransferId/open-case': it =>
    seenBy('manager', `/children/${it.takenOver}/other-services/${it.takenIn}/open-case`),
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
}
