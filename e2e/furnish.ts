import { TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { demonstrationPassword } from '../src/app/demonstration/people.ts'
import type { ClockedService } from './clockedService.ts'
import { type FurnishedAfter, furnishAfter } from './furnishAfter.ts'
import { type FurnishedTransfer, furnishTransfer } from './furnishTransfer.ts'
import { type Hand, pointer } from './hand.ts'
import { type Somebody, signedIn } from './people.ts'
import { addVirtualKey } from './virtualKey.ts'

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
  note: string
  named: string
  glass: string
  conflicted: string
  coWorker: string
  colleague: string
  /** Robin Vale, who holds the open case, as an officer of the team; leave of theirs, and a language on the lists. */
  worker: string
  leave: string
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
      `select appointment_id from appointment where state = $1 and session_id is null order by starts_at ${order} limit 1`,
      state,
    )
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
  const brightwaters = await openBrightwaters(support, id)
  await restrict(manager, restricted)
  await mergeBrightwaters(manager, brightwaters)
  await breakGlass(officer, restricted)
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
  const invitation = await invite(admin)
  await disable(admin, await userCalled('board'))
  await makeKey(admin)
  await setUpApp(officer, service)
  const secondStep = await setUpSecondStep(admin, service)
  const after = await furnishAfter(manager, service, child)
  const transfer = await furnishTransfer(manager, service, child)
  await Promise.all([support, manager, officer, admin].map(({ page }) => page.context().close()))

  return {
    child,
    screened,
    restricted,
    openCase: await caseOf(child),
    screenedCase: await caseOf(screened),
    notification: await id('select notification_id from notification where family_name = $1', 'Aydın-Cole'),
    referral: await id('select notification_id from notification where family_name = $1', 'Nkemelu-Price'),
    referred,
    referredCase: await caseOf(referred),
    import: await id('select import_id from import_file order by started_at limit 1'),
    merged: brightwaters.merged,
    merge: await id('select merge_id from record_merge'),
    twin: brightwaters.twin,
    milestone: await id(
      `select milestone_id from milestone where child_id = $1 and step = 'allocate'`,
      child,
    ),
    failedRow: await id(`select row_number from import_row where state = 'failed' limit 1`),
    otherName: await id('select child_name_id from child_name where child_id = $1 limit 1', child),
    person: await id('select child_person_id from child_person where child_id = $1 limit 1', child),
    address: await id('select address_id from child_address where child_id = $1 limit 1', child),
    care: await id('select care_id from child_care where child_id = $1 limit 1', child),
    file: await id('select attachment_id from attachment where child_id = $1 limit 1', child),
    agreement: await id('select agreement_id from sharing_agreement where child_id = $1 limit 1', child),
    shared: await id('select shared_id from information_shared where child_id = $1 limit 1', child),
    alert: await id('select child_alert_id from child_alert where child_id = $1', child),
    group: await id('select group_id from group_programme'),
    member: await id('select member_id from group_member'),
    session: await id('select session_id from group_session order by starts_at limit 1'),
    sessionAhead: await id('select session_id from group_session order by starts_at desc limit 1'),
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
    ...transfer,
  }
}

/** A file with a row that goes in, one that is known already and one that cannot be read. */
async function importWithFault(support: Hand): Promise<void> {
  const rows = [
    'police_reference,received,first_name,family_name,date_of_birth,offence,outcome',
    'ROW/1,1/10/2026,Ada,Brightwater,14/2/2011,Took a bicycle,8',
    'ROW/1,1/10/2026,Ada,Brightwater,14/2/2011,Took a bicycle,8',
    'ROW/2,1/10/2026,Bo,Brightwater,31/2/2011,Took a bicycle,8',
  ]
  await support.follow('Arrivals')
  await support.press('Import a file')
  const buffer = Buffer.from(rows.join('\n'))
  await support.attach('File of police notifications', { name: 'three.csv', mimeType: 'text/csv', buffer })
  await support.press('Import')
  await support.page.getByRole('button', { name: 'Go on to arrivals' }).waitFor()
}

/** Two children named Brightwater who are twins, and a second record of one of them. */
async function openBrightwaters(support: Hand, id: (text: string) => Promise<string>) {
  const rows = [
    'police_reference,received,first_name,family_name,date_of_birth,offence,outcome,phone,address',
    'TWO/1,2/10/2026,Ada,Brightwater,14/2/2011,Took a scooter,8,07700 900177,4 Mill Lane',
    'TWO/2,2/10/2026,Adda,Brightwatter,14/2/2011,Took a scooter,8,07700 900188,9 Mill Lane',
    'TWO/3,2/10/2026,Edda,Brightwater,14/2/2011,Took a scooter,8,07700 900177,4 Mill Lane',
  ]
  await support.page.goto('/arrivals/import')
  const buffer = Buffer.from(rows.join('\n'))
  await support.attach('File of police notifications', { name: 'twins.csv', mimeType: 'text/csv', buffer })
  await support.press('Import')
  await support.page.getByRole('button', { name: 'Go on to arrivals' }).waitFor()
  const children: string[] = []
  for (const reference of ['TWO/1', 'TWO/2', 'TWO/3']) {
    const at = await id(`select notification_id from notification where reference = '${reference}'`)
    await support.page.goto(`/arrivals/${at}`)
    await support.page.getByLabel('A child whom we do not know yet').check()
    const why = support.page.getByLabel(/^Why is it not/)
    if (await why.isVisible()) await why.fill('Not known yet when it arrived')
    await support.press('Open the case')
    await support.page.getByText('The case is open.').waitFor()
    children.push(await id(`select child_id from notification where reference = '${reference}'`))
  }
  const [merged = '', gone = '', twin = ''] = children
  return { merged, gone, twin }
}

type Brightwaters = { merged: string; gone: string; twin: string }

async function mergeBrightwaters(manager: Hand, { merged, gone, twin }: Brightwaters): Promise<void> {
  await manager.page.goto(`/children/${merged}/not-same/${twin}`)
  await manager.pick('What is the other child to this one?', 'Twin')
  await manager.press('Save')
  await manager.page.goto(`/children/${merged}/merge/${gone}`)
  await manager.type('How do you know that it is the same child?', 'The mother said so on the phone.')
  await manager.press('Merge the two records')
  await manager.page.getByText('The two records are one now.').waitFor()
}

async function restrict(manager: Hand, childId: string): Promise<void> {
  await manager.page.goto(`/children/${childId}/safety`)
  await manager.press('Restrict this record')
  await manager.type('Why is the record restricted?', 'A relative works in the council.')
  await manager.pick('Who may open it, besides you?', 'Sam Okafor')
  await manager.press('Restrict record')
  await manager.page.getByText('The record is restricted since').waitFor()
}

async function breakGlass(officer: Hand, childId: string): Promise<void> {
  await officer.page.goto(`/children/${childId}/break-glass`)
  await officer.type('Why must you open it now?', 'The child rang and is in danger.')
  await officer.press('Break the glass and open the record')
  await officer.page.getByText('The managers have been told').waitFor()
}

async function declareConflict(manager: Hand, childId: string): Promise<void> {
  await manager.page.goto(`/children/${childId}/safety`)
  await manager.press('Declare a conflict')
  await manager.choose('Who has a conflict of interest?', 'Dilys Amadi')
  await manager.type('How do they know the child?', 'Neighbour')
  await manager.press('Declare')
  await manager.page.getByText('The conflict of interest has been declared').waitFor()
}

async function addCoWorker({ page, press }: Hand, casePath: string, userId: string): Promise<void> {
  await page.goto(`${casePath}/co-workers/add`)
  await page.locator(`input[name="person"][value="${userId}"]`).check()
  await press('Add')
  await page.getByText('Added to the case').waitFor()
}

/** One that has begun at whatever time of the day the tests run, and that nobody has recorded. */
async function planForYesterday(manager: Hand, childId: string, { clock }: ClockedService): Promise<void> {
  const { day, month, year } = clock.now.toZonedDateTimeISO('Europe/London').subtract({ days: 1 })
  await manager.page.goto(`/children/${childId}/contacts/plan`)
  await manager.pick('What kind of appointment is it?', 'Home visit')
  await manager.type('On which day?', `${day}/${month}/${year}`)
  await manager.type('At what time?', '10:00')
  await manager.type('Where?', 'At home')
  await manager.press('Save')
  await manager.page.getByText('The appointment has been saved.').waitFor()
}

/** A length of the service's own for the screening. */
async function setLength(manager: Hand): Promise<void> {
  await manager.page.goto('/deadlines/diversion/screening/own-length')
  await manager.type('How long?', '12')
  await manager.type('From which day?', '1/3/2026')
  await manager.type('Who decided it, and where does that stand?', 'Management board, minutes of 24 February')
  await manager.type('Why?', 'Half-term is no time to meet schools.')
  await manager.press('Set this length')
  await manager.press('Set this length all the same')
  await manager.page.getByText('The length has been set.').waitFor()
}

/** An address for a calendar outside. */
async function makeFeed(officer: Hand): Promise<void> {
  await officer.page.goto('/week/calendars/add')
  await officer.type('Which calendar is it for?', 'Work phone')
  await officer.pick('May it say the initials of the child?', 'No, only what and when')
  await officer.press('Make the address')
  await officer.page.getByRole('heading', { name: 'The address is made' }).waitFor()
}

/** A note that stands out, with why. */
async function markSignificant(manager: Hand, entry: string): Promise<void> {
  await manager.page.goto(`${entry}/mark`)
  await manager.type('Why is it significant?', 'Things began to change then')
  await manager.press('Mark as significant')
  await manager.page.getByText('The entry is marked as significant.').waitFor()
}

/** Leave that begins in three weeks, and somebody to cover. */
async function enterLeave(manager: Hand, userId: string, { clock }: ClockedService): Promise<void> {
  const first = clock.now.toZonedDateTimeISO('Europe/London').add({ weeks: 3 })
  await manager.page.goto(`/team/${userId}/leave/add`)
  await manager.type('First day away', `${first.day}/${first.month}/${first.year}`)
  await manager.type('Last day away', `${first.day}/${first.month}/${first.year}`)
  await manager.choose('Who covers? (optional)', 'Sam Okafor')
  await manager.press('Save')
  await manager.page.getByText('The leave has been entered.').waitFor()
}

/** Robin Vale hands the open case to Sam Okafor and gets it back: it is new to Robin again. */
async function giveBack(manager: Hand, casePath: string, { clock }: ClockedService): Promise<void> {
  const { day, month, year } = clock.now.toZonedDateTimeISO('Europe/London')
  for (const to of ['Sam Okafor', 'Robin Vale']) {
    await manager.page.goto(`${casePath}/steps/change-worker`)
    await manager.type('When did this happen?', `${day}/${month}/${year}`)
    await manager.pick('Who will work with this child?', to)
    await manager.type('Why does the worker change?', 'To show how it is done')
    await manager.type('What matters now?', 'She likes to walk while she talks.')
    await manager.type('What was promised to the child?', 'A visit to the workshop')
    await manager.pick('Has the child been told?', 'Yes')
    await manager.type('How was the child told, and what did they say?', 'Face to face. It is fine with her.')
    await manager.pick('Has a parent or carer been told?', 'Yes')
    await manager.press('Save')
    await manager.page.getByText('Handed over').first().waitFor()
  }
}

/** A place that the service keeps. */
async function addPlace(manager: Hand): Promise<void> {
  await manager.page.goto('/places/add')
  await manager.type('Name', 'The Hub')
  await manager.type('Address', '3 Canal Street')
  await manager.pick('What does it suit?', 'Groups')
  await manager.press('Save')
  await manager.page.getByText('The place has been added.').waitFor()
}

/** A group with one child in it, which met yesterday and meets again tomorrow. */
async function addGroup(manager: Hand, involvementId: string, { clock }: ClockedService): Promise<void> {
  const { page } = manager
  await page.goto('/groups/add')
  await manager.type('What is the group called?', 'Boxing on Tuesdays')
  await manager.press('Save')
  await page.getByText('The group has been added.').waitFor()
  const group = new URL(page.url()).pathname
  await page.goto(`${group}/members/add`)
  await page.locator(`input[value="${involvementId}"]`).check()
  await manager.press('Add to the group')
  await page.getByText('1 child has joined the group.').waitFor()
  for (const days of [-1, 1]) {
    const { day, month, year } = clock.now.toZonedDateTimeISO('Europe/London').add({ days })
    await page.goto(`${group}/sessions/plan`)
    await manager.type('On which day?', `${day}/${month}/${year}`)
    await manager.type('At what time?', '16:30')
    await manager.choose('One of our places', 'The Hub: suits groups')
    await manager.press('Save')
    await page.getByText('The session has been planned.').waitFor()
  }
}

/** @returns the token of the link in the invitation's message */
async function invite(admin: Hand): Promise<string> {
  await admin.page.goto('/admin/people/invite')
  await admin.type('Full name', 'Nell Newby')
  await admin.type('Work email address', 'nell.newby@demo.throughline.invalid')
  await admin.pick('Roles', 'Youth justice officer')
  await admin.press('Send the invitation')
  await admin.page.goto('/admin/messages')
  await admin.page.getByRole('link', { name: 'Your Throughline account', exact: true }).first().click()
  const text = await admin.page.getByRole('main').getByText('/set-password/').first().textContent()
  return /\/set-password\/([\w-]+)/.exec(text ?? '')?.[1] ?? ''
}

async function makeKey(admin: Hand): Promise<void> {
  await admin.page.goto('/admin/keys/new')
  await admin.type('Name of the system', 'Brook Valley Police')
  await admin.type('Name of the key', 'Live')
  await admin.pick('What may it do?', 'Send notifications')
  await admin.press('Make the key')
  await admin.page.getByText('It is shown only now').waitFor()
}

async function disable(admin: Hand, userId: string): Promise<void> {
  await admin.page.goto(`/admin/people/${userId}/disable`)
  await admin.press('Disable the account')
  await admin.page.waitForURL(`**/admin/people/${userId}`)
}

/** @returns what the authenticator app now shares with the service */
export async function setUpApp({ page, type, press }: Hand, service: ClockedService): Promise<string> {
  await page.goto('/account/second-factors/password/app')
  await page.getByLabel('Your password', { exact: true }).fill(demonstrationPassword)
  await press('Continue')
  await page.getByText('I cannot point a camera at it').click()
  const sharedSecret = (await page.locator('details strong').textContent())?.replaceAll(' ', '') ?? ''
  await type('Code that the app shows now', codeOf(sharedSecret, service))
  await press('Continue')
  await press('Make ten recovery codes')
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  return sharedSecret
}

/** An authenticator app, recovery codes and a passkey. @returns the app's secret, and how addresses name the passkey */
async function setUpSecondStep(
  admin: Hand,
  service: ClockedService,
): Promise<Pick<Furnished, 'passkey' | 'sharedSecret'>> {
  const { page } = admin
  const sharedSecret = await setUpApp(admin, service)
  await addVirtualKey(page)
  await page.goto('/account/second-factors')
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await page.getByText('Your passkey has been added.').waitFor()
  const rename = await page.getByRole('link', { name: /^Rename/ }).getAttribute('href')
  return { sharedSecret, passkey: rename?.split('/').at(-2) ?? '' }
}

/** What an authenticator app shows now, by the service's clock. */
export function codeOf(sharedSecret: string, { clock }: Pick<ClockedService, 'clock'>): string {
  return new TOTP({ secret: sharedSecret }).generate({ timestamp: clock.now.epochMilliseconds })
}
