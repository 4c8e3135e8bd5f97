import type { Browser } from 'playwright-core'
import type { ClockedService } from './clockedService.ts'
import { disable, invite, makeKey, setUpApp, setUpSecondStep } from './furnishAccounts.ts'
import { type FurnishedAfter, furnishAfter } from './furnishAfter.ts'
import { type FurnishedAssessments, furnishAssessments } from './furnishAssessments.ts'
import { type FurnishedDocuments, furnishDocuments } from './furnishDocuments.ts'
import { type FurnishedForums, furnishForums } from './furnishForums.ts'
import { addPeopleTwice, comparedPerson, partedPerson, type TwoEntries } from './furnishPeople.ts'
import { type FurnishedPlans, furnishPlans } from './furnishPlans.ts'
import {
  breakGlass,
  closeArrival,
  declareConflict,
  importWithFault,
  markSignificant,
  mergeBrightwaters,
  openBrightwaters,
  restrict,
} from './furnishRecords.ts'
import { type FurnishedTransfer, furnishTransfer } from './furnishTransfer.ts'
import { type FurnishedVictims, furnishVictims } from './furnishVictims.ts'
import {
  addCoWorker,
  addGroup,
  addPlace,
  enterLeave,
  giveBack,
  groupAdded,
  makeFeed,
  planForYesterday,
  setLength,
} from './furnishWork.ts'
import { pointer } from './hand.ts'
import { type Somebody, signedIn } from './people.ts'

/** Everything that addresses of pages need to name. */
export type Furnished = {
  /** Has an open case with appointments, notes and an alert; Robin Vale works with them. */
  child: string
  /** Has a case that waits for a decision. */
  screened: string
  /** A record that only the manager may open, and that an officer opened in an emergency. */
  restricted: string
  openCase: string
  screenedCase: string
  /** The step by which the worker of the open case was named. */
  milestone: string
  notification: string
  /** An arrival that was closed without a case. */
  closedArrival: string
  /** A referral that waits, and a child whose referral opened a case of which the referrer was told. */
  referral: string
  referred: string
  referredCase: string
  import: string
  /** Ada Brightwater's record, into which another of hers was merged; and her twin's. */
  merged: string
  merge: string
  twin: string
  failedRow: string
  otherName: string
  person: string
  /** Two entries of one person: to be compared, and made one. */
  comparedPeople: TwoEntries
  partedPeople: TwoEntries
  /** Where the child lived, and what social care does for the child. */
  address: string
  care: string
  /** What may be shared about the child, and what was. */
  agreement: string
  file: string
  shared: string
  alert: string
  /** A group with the child in it, a session of it that has begun, and a place of the service's. */
  group: string
  member: string
  session: string
  sessionAhead: string
  place: string
  planned: string
  begun: string
  kept: string
  missed: string
  /** A file of actions, one of its actions, and one that is done and waits for a senior’s check. */
  actionImport: string
  action: string
  doneAction: string
  note: string
  named: string
  glass: string
  conflicted: string
  coWorker: string
  colleague: string
  /** Robin Vale, who holds the open case, as an officer of the team; leave of theirs, and a language on the lists. */
  worker: string
  leave: string
  /** Leave of the colleague, on which somebody covers today. */
  coveredLeave: string
  term: string
  /** A length of the service's own for the screening, and an address for a calendar of Robin’s. */
  ownLength: string
  feed: string
  /** The open case, given to Robin Vale and not read yet. */
  handOver: string
  disabled: string
  message: string
  invitation: string
  passkey: string
  key: string
  /** What the administrator's authenticator app shares with the service. */
  sharedSecret: string
} & FurnishedAfter &
  FurnishedAssessments &
  FurnishedPlans &
  FurnishedVictims &
  FurnishedDocuments &
  FurnishedForums &
  FurnishedTransfer

/**
 * Fills the demonstration with one of everything that a page can show, through the pages where there is one for it.
 * The administrator gets a second step; a manager restricts a record and an officer breaks the glass.
 */
export async function furnish(browser: Browser, service: ClockedService): Promise<Furnished> {
  const at = async (who: Somebody) => pointer(await signedIn(browser, service.address, who))
  const id = async (text: string, ...values: unknown[]): Promise<string> => {
    const [row] = await service.ask(text, values)
    const [found] = Object.values(row ?? {})
    if (found === undefined || found === null) throw new Error(`Nothing was found by: ${text}`)
    return String(found)
  }
  const childCalled = (name: string) => id('select child_id from child where family_name = $1', name)
  const caseOf = (childId: string) =>
    id('select involvement_id from involvement where child_id = $1', childId)
  const appointment = (state: string, order: string) =>
    id(
      `select appointment_id from appointment where state = $1 and child_id = $2 and session_id is null
        order by starts_at ${order} limit 1`,
      state,
      child,
    )
  const twoEntries = async (name: string): Promise<TwoEntries> => ({
    first: await id(
      'select child_person_id from child_person where name = $1 and same_as is null order by 1 limit 1',
      name,
    ),
    second: await id(
      'select child_person_id from child_person where name = $1 order by same_as is null, 1 desc limit 1',
      name,
    ),
  })
  const userCalled = (who: Somebody) =>
    id('select user_id from person_account where email = $1', `${who}@demo.throughline.invalid`)

  const child = await childCalled('Okonkwo')
  const screened = await childCalled("O'Neill-Bassey")
  const restricted = await childCalled('حداد')
  const referred = await childCalled('Warsame-Dale')

  const [support, manager, officer, admin] = [
    await at('support'),
    await at('manager'),
    await at('officer2'),
    await at('admin'),
  ]
  await importWithFault(support)
  await closeArrival(support, await id(`select notification_id from notification where reference = 'ROW/1'`))
  const brightwaters = await openBrightwaters(support, id)
  await restrict(manager, restricted)
  await mergeBrightwaters(manager, brightwaters)
  await breakGlass(officer, restricted)
  await addPeopleTwice(manager, referred)
  await declareConflict(manager, child)
  const coWorker = await userCalled('health')
  await addCoWorker(manager, `/children/${child}/cases/${await caseOf(child)}`, coWorker)
  await planForYesterday(manager, child, service)
  const note = await id('select note_id from note where child_id = $1 limit 1', child)
  await markSignificant(manager, `/children/${child}/chronology/note/${note}`)
  await enterLeave(manager, await userCalled('officer'), service)
  await giveBack(manager, `/children/${child}/cases/${await caseOf(child)}`, service)
  await setLength(manager)
  const robin = await at('officer')
  await makeFeed(robin)
  await robin.page.context().close()
  await addPlace(manager)
  await addGroup(manager, await caseOf(child), service)
  const group = await id('select group_id from group_programme where title = $1', groupAdded)
  const invitation = await invite(admin)
  await disable(admin, await userCalled('board'))
  await makeKey(admin)
  await setUpApp(officer, service)
  const secondStep = await setUpSecondStep(admin, service)
  const asker = await at('participation')
  const after = await furnishAfter(manager, asker, service, child)
  await asker.page.context().close()
  const assessments = await furnishAssessments(browser, service, child)
  const plans = await furnishPlans(browser, service, screened, brightwaters.twin)
  const victims = await furnishVictims(browser, service, referred)
  const documents = await furnishDocuments(browser, service, child)
  const transfer = await furnishTransfer(manager, service, child)
  const forums = await furnishForums(service, id)
  await Promise.all([support, manager, officer, admin].map(({ page }) => page.context().close()))

  return {
    child,
    actionImport: await id('select import_id from action_import limit 1'),
    action: await id('select action_id from action where import_id is not null order by added_at, 1 limit 1'),
    doneAction: await id(
      'select action_id from action where done_on is not null and checked_on is null limit 1',
    ),
    screened,
    restricted,
    openCase: await caseOf(child),
    screenedCase: await caseOf(screened),
    notification: await id('select notification_id from notification where family_name = $1', 'Aydın-Cole'),
    referral: await id('select notification_id from notification where family_name = $1', 'Nkemelu-Price'),
    closedArrival: await id('select notification_id from notification where closed_at is not null'),
    referred,
    referredCase: await caseOf(referred),
    import: await id('select import_id from import_file order by started_at limit 1'),
    merged: brightwaters.merged,
    merge: await id('select merge_id from record_merge where kept_id = $1', brightwaters.merged),
    twin: brightwaters.twin,
    milestone: await id(
      `select milestone_id from milestone where child_id = $1 and step = 'allocate'`,
      child,
    ),
    failedRow: await id(`select row_number from import_row where state = 'failed' limit 1`),
    otherName: await id('select child_name_id from child_name where child_id = $1 limit 1', child),
    comparedPeople: await twoEntries(comparedPerson),
    partedPeople: await twoEntries(partedPerson),
    person: await id('select child_person_id from child_person where child_id = $1 limit 1', child),
    address: await id('select address_id from child_address where child_id = $1 limit 1', child),
    care: await id('select care_id from child_care where child_id = $1 limit 1', child),
    file: await id('select attachment_id from attachment where child_id = $1 limit 1', child),
    agreement: await id('select agreement_id from sharing_agreement where child_id = $1 limit 1', child),
    shared: await id('select shared_id from information_shared where child_id = $1 limit 1', child),
    alert: await id('select child_alert_id from child_alert where child_id = $1', child),
    group,
    member: await id('select member_id from group_member where group_id = $1', group),
    session: await id(
      'select session_id from group_session where group_id = $1 order by starts_at limit 1',
      group,
    ),
    sessionAhead: await id(
      'select session_id from group_session where group_id = $1 order by starts_at desc limit 1',
      group,
    ),
    place: await id('select place_id from meeting_place limit 1'),
    planned: await appointment('planned', 'desc'),
    begun: await appointment('planned', 'asc'),
    kept: await appointment('kept', 'asc'),
    missed: await appointment('missed', 'asc'),
    note,
    named: await id('select access_id from child_access where not broke_glass'),
    glass: await id('select access_id from child_access where broke_glass'),
    conflicted: await userCalled('officer2'),
    coWorker,
    colleague: await userCalled('officer2'),
    worker: await userCalled('officer'),
    leave: await id('select leave_id from worker_leave where user_id = $1', await userCalled('officer')),
    coveredLeave: await id(
      'select leave_id from worker_leave where user_id = $1 and covered_by is not null',
      await userCalled('officer2'),
    ),
    term: await id(`select term_id from work_term where title = 'Polish'`),
    ownLength: await id('select clock_override_id from clock_override'),
    feed: await id('select calendar_feed_id from calendar_feed'),
    handOver: await id(
      'select hand_over_id from hand_over where involvement_id = $1 and to_user = $2 and read_at is null',
      await caseOf(child),
      await userCalled('officer'),
    ),
    disabled: await userCalled('board'),
    key: await id('select key_id from api_key'),
    message: await id('select message_id from message limit 1'),
    invitation,
    ...secondStep,
    ...after,
    ...assessments,
    ...plans,
    ...victims,
    ...documents,
    ...transfer,
    ...forums,
  }
}
