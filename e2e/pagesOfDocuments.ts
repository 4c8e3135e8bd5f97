import { type Places, seenBy } from './pageToSee.ts'

/** Documents about a child: a draft, and one of which a copy was sent. */
export const pagesOfDocuments: Places = {
  '/children/:childId/documents': it => [
    ...seenBy('officer', `/children/${it.child}/documents`, `/children/${it.twin}/documents`),
    ...seenBy('support', `/children/${it.child}/documents`),
  ],
  '/children/:childId/documents/begin/:kind': it =>
    seenBy('officer', `/children/${it.child}/documents/begin/letter-appointment`),
  '/children/:childId/documents/:documentId': it =>
    seenBy('officer', draftOf(it), `${draftOf(it)}?paper=yes`, sentOf(it)),
  '/children/:childId/documents/:documentId/versions/:number': it =>
    seenBy('officer', `${sentOf(it)}/versions/1`),
  '/children/:childId/documents/:documentId/write': it => seenBy('officer', `${draftOf(it)}/write`),
  '/children/:childId/documents/:documentId/send': it => seenBy('officer', `${sentOf(it)}/send`),
  '/children/:childId/documents/:documentId/set-aside': it => seenBy('officer', `${draftOf(it)}/set-aside`),
  '/children/:childId/documents/:documentId/copies/:copyId': it =>
    seenBy('officer', `${sentOf(it)}/copies/${it.sentCopy}`, `${sentOf(it)}/copies/${it.sentCopy}?paper=yes`),
}

type Which = Parameters<NonNullable<Places[string]>>[0]
const draftOf = (it: Which) => `/children/${it.child}/documents/${it.draftDocument}`
const sentOf = (it: Which) => `/children/${it.child}/documents/${it.sentDocument}`
