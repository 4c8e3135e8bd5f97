import type { ClockedService } from './clockedService.ts'
import type { Hand } from './hand.ts'

export async function addCoWorker({ page, press }: Hand, casePath: string, userId: string): Promise<void> {
  await page.goto(`${casePath}/co-workers/add`)
  await page.locator(`input[name="person"][value="${userId}"]`).check()
  await press('Add')
  await page.getByText('Added to the case').waitFor()
}

/** One that has begun at whatever time of the day the tests run, and that nobody has recorded: planned a day ago. */
export async function planForYesterday(
  manager: Hand,
  childId: string,
  { clock }: ClockedService,
): Promise<void> {
  const { now } = clock
  clock.now = now.subtract({ hours: 24 })
  const { day, month, year } = clock.now.toZonedDateTimeISO('Europe/London')
  await manager.page.goto(`/children/${childId}/contacts/plan`)
  await manager.pick('What kind of appointment is it?', 'Home visit')
  await manager.type('On which day?', `${day}/${month}/${year}`)
  await manager.type('At what time?', '10:00')
  await manager.type('Which room, or where else?', 'At home')
  await manager.press('Save')
  await manager.page.getByText('The appointment has been saved.').waitFor()
  clock.now = now
}

/** A length of the service's own for the screening. */
export async function setLength(manager: Hand): Promise<void> {
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
export async function makeFeed(officer: Hand): Promise<void> {
  await officer.page.goto('/week/calendars/add')
  await officer.type('Which calendar is it for?', 'Work phone')
  await officer.pick('May it say the initials of the child?', 'No, only what and when')
  await officer.press('Make the address')
  await officer.page.getByRole('heading', { name: 'The address is made' }).waitFor()
}

/** Leave that begins in three weeks, and somebody to cover. */
export async function enterLeave(manager: Hand, userId: string, { clock }: ClockedService): Promise<void> {
  const first = clock.now.toZonedDateTimeISO('Europe/London').add({ weeks: 3 })
  await manager.page.goto(`/team/${userId}/leave/add`)
  await manager.type('First day away', `${first.day}/${first.month}/${first.year}`)
  await manager.type('Last day away', `${first.day}/${first.month}/${first.year}`)
  await manager.choose('Who covers? (optional)', 'Sam Okafor')
  await manager.press('Save')
  await manager.page.getByText('The leave has been entered.').waitFor()
}

/** Robin Vale hands the open case to Sam Okafor and gets it back: it is new to Robin again. */
export async function giveBack(manager: Hand, casePath: string, { clock }: ClockedService): Promise<void> {
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
export async function addPlace(manager: Hand): Promise<void> {
  await manager.page.goto('/places/add')
  await manager.type('Name', 'The Hub')
  await manager.type('Address', '3 Canal Street')
  await manager.pick('What does it suit?', 'Groups')
  await manager.press('Save')
  await manager.page.getByText('The place has been added.').waitFor()
}

/** What the group is called that is added here. */
export const groupAdded = 'Boxing on Tuesdays'

/** A group with one child in it, which met yesterday and meets again tomorrow. */
export async function addGroup(
  manager: Hand,
  involvementId: string,
  { clock }: ClockedService,
): Promise<void> {
  const { page } = manager
  await page.goto('/groups/add')
  await manager.type('What is the group called?', groupAdded)
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
    // On a bank holiday, or where the lead has something else then, a warning comes first.
    const planned = page.getByText('The session has been planned.')
    const anyway = page.getByRole('button', { name: 'Save all the same' })
    await planned.or(anyway).waitFor()
    if (await anyway.isVisible()) await manager.press('Save all the same')
    await planned.waitFor()
  }
}
