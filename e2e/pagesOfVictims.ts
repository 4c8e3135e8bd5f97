import { type Places, seenBy } from './pageToSee.ts'

/** Those who were harmed, behind the wall, and the way over it. */
export const pagesOfVictims: Places = {
  '/victims': () => seenBy('victims', '/victims'),
  '/victims/:victimId': it => seenBy('victims', `/victims/${it.victim}`, `/victims/${it.closedVictim}`),
  '/victims/:victimId/edit': it => seenBy('victims', `/victims/${it.victim}/edit`),
  '/victims/:victimId/consent': it => seenBy('victims', `/victims/${it.victim}/consent`),
  '/victims/:victimId/contacts/add': it => seenBy('victims', `/victims/${it.victim}/contacts/add`),
  '/victims/:victimId/wishes/:childId': it =>
    seenBy('victims', `/victims/${it.victim}/wishes/${it.referred}`),
  '/victims/:victimId/ended': it => seenBy('victims', `/victims/${it.victim}/ended`),
  '/victims/:victimId/close': it => seenBy('victims', `/victims/${it.victim}/close`),
  '/victims/:victimId/open': it => seenBy('victims', `/victims/${it.closedVictim}/open`),
  '/children/:childId/pass-on-victim': it => seenBy('officer', `/children/${it.child}/pass-on-victim`),
}
