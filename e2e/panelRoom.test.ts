import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { type Hand, pointer } from './hand.ts'
import { type Somebody, signedIn } from './people.ts'

let service: ClockedService
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
  // A Thursday, on which the panel meets, in the hour before it does.
  service = await startClockedService(Temporal.Instant.from('2026-11-19T09:30:00Z'))
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

const at = async (who: Somebody) => pointer(await signedIn(browser, service.address, who))
const sees = (hand: Hand, words: string | RegExp) =>
  hand.page.getByRole('main').getByText(words).first().waitFor()
const region = (hand: Hand, id: string) => hand.page.locator(`#${id}`)

async function meetingOf(forum: string): Promise<string> {
  const [row] = await service.ask(
    `select meeting_id from forum_meeting where forum = $1 and on_day = '2026-11-19' and state = 'planned'`,
    [forum],
  )
  return `/panels/${forum}/meetings/${row?.meeting_id}`
}

test('eight people hold the joint decision-making panel; one loses the line, and nobody loses a word', async () => {
  const meeting = await meetingOf('joint-decision-panel')
  const names = [
    'senior',
    'police',
    'health',
    'victims',
    'officer',
    'manager',
    'support',
    'inspector',
  ] as const
  const all = await Promise.all(names.map(at))
  const [chair, police, health, victims, officer] = all as [Hand, Hand, Hand, Hand, Hand]
  await Promise.all(all.map(({ page }) => page.goto(`${meeting}/room`)))
  await chair.press('Begin the meeting')
  await Promise.all(all.map(hand => region(hand, 'room-now').getByText('Meets now').waitFor()))

  // Who is there: two say so themselves, one of them by phone; one is stood in for.
  await police.page.getByRole('button', { name: /^I join by phone/ }).click()
  await health.page.getByRole('button', { name: /^I am here/ }).click()
  await sees(chair, 'Attended, by phone: Jo Marsh')
  await chair.press('Who is there')
  await chair.pick('Chair', 'Attended')
  await chair.pick('Victim worker', 'Represented')
  await chair.type('Who was there for: Victim worker?', 'Dale Renshaw')
  await chair.press('Save')
  await sees(victims, 'Represented: Dale Renshaw')
  await sees(officer, /seats are filled: it can decide/)

  // The chair moves on, and everybody has the child before them.
  await chair.press('Begin with the first')
  const name =
    (await region(chair, 'room-item').getByRole('heading', { level: 2 }).first().textContent()) ?? ''
  await Promise.all(
    all.map(hand => region(hand, 'room-item').getByRole('heading', { name, level: 2 }).waitFor()),
  )

  // The police write what they know, and lose the line in the middle of it.
  await police.follow(/^Bring what is known/)
  await police.pick('Is anything known of this child?', 'Something is known')
  await police.type('What happened?', 'A push in a shop; the keeper was not hurt.')
  await police.page.context().setOffline(true)
  await police.press('Bring it')
  await police.page
    .getByText('Choose what the child has said')
    .or(police.page.locator('[data-unsent]'))
    .first()
    .waitFor()
  expect(await police.page.getByRole('textbox', { name: 'What happened?' }).inputValue()).toBe(
    'A push in a shop; the keeper was not hurt.',
  )
  await police.pick('Has the child said that they did it?', 'Yes')
  await police.page.context().setOffline(false)
  await police.press('Bring it')
  await police.page.getByText('Brought to the meeting.').waitFor()
  await Promise.all(
    [chair, health, victims, officer].map(hand => sees(hand, 'A push in a shop; the keeper was not hurt.')),
  )

  // Somebody looks on without a line: the page says so, and catches up by itself.
  await health.page.context().setOffline(true)
  await health.page.getByText('Connection lost. What you type is kept.').waitFor()
  await chair.press('Write down the decision')
  await chair.pick('What was decided?', 'Outcome 22')
  const asked = chair.page.locator('#conditional-decision-5')
  await asked
    .getByRole('group', { name: 'Who decided?' })
    .getByLabel('The panel together', { exact: true })
    .check()
  for (const score of ['Child Gravity Matrix: the score of the offence', 'The final score'])
    await asked.getByRole('group', { name: score }).getByLabel('2', { exact: true }).check()
  await asked
    .getByRole('group', { name: 'Is the decision another than the score suggests?' })
    .getByLabel('No', { exact: true })
    .check()
  await chair.type('Why?', 'The child wants to put it right, and that helps more than a caution.')
  await chair.type('Who saw it otherwise, and why? (optional)', 'The police would have preferred a caution.')
  await chair.type('What', 'Tell the child and the family')
  await chair.choose('Who', 'Youth justice service')
  await chair.press('Write it down')
  await sees(officer, 'The child wants to put it right, and that helps more than a caution.')
  await sees(victims, 'The police would have preferred a caution.')
  expect(await health.page.getByText('that helps more than a caution').count()).toBe(0)
  await health.page.context().setOffline(false)
  await sees(health, 'The child wants to put it right, and that helps more than a caution.')

  // What is to be done stands on the day of whoever is to do it, and in the minutes.
  await chair.follow('End the meeting')
  await chair.type('What else shall the minutes say? (optional)', 'The next panel is in a week.')
  await chair.press('End the meeting')
  await sees(chair, 'Tell the child and the family')
  await sees(chair, 'Attended, by phone')
  await sees(chair, 'The next panel is in a week.')
  await Promise.all(all.slice(1).map(hand => hand.page.goto(`${meeting}/room`)))
  await region(officer, 'room-now').getByText('Held').waitFor()
  const [action] = await service.ask(
    `select owner_id, what from action where about_kind = 'forum-item' and what like 'Tell the child%'`,
  )
  expect(action?.what).toBe('Tell the child and the family')
  await Promise.all(all.map(({ page }) => page.context().close()))
})

test('an education plan is agreed at the panel and comes back after eight weeks', async () => {
  const [officer, chair] = [await at('officer'), await at('manager')]
  await chair.page.goto('/panels/ete-panel/add')
  await chair.type('On which day?', '19/11/2026')
  await chair.type('At what time?', '15:00')
  await chair.press('Plan it')
  await chair.page.getByText('The meeting is planned.').waitFor()
  await officer.page.goto('/children?whose=all')
  await officer.follow("Amara O'Neill-Bassey")
  await officer.page
    .getByRole('navigation', { name: 'Sections of this record' })
    .getByRole('link', { name: 'Panels' })
    .click()
  await officer.press('Bring the child to a meeting')
  await officer.page.getByLabel('Education, training and employment panel', { exact: true }).check()
  await officer.press('Go on')
  await officer.page.getByLabel('Thursday 19 November 2026, 3pm', { exact: true }).check()
  await officer.type('Why is the child to be discussed?', 'Two hours a day since September')
  await officer.pick('Do the child and the family know?', 'Yes')
  await officer.press('Put on the agenda')
  await officer.page.getByText('On the agenda: ETE panel.').waitFor()
  const meeting = await meetingAt('15:00')
  await chair.page.goto(`${meeting}/room`)
  await chair.press('Begin the meeting')
  await chair.press('Begin with the first')
  await chair.press('Write down the decision')
  await chair.pick('What was decided?', 'The education plan is agreed')
  await chair.type('What is the plan?', 'One more lesson each week')
  await chair.type('How many hours a week will be offered? (optional)', '12')
  await chair.type('Why?', 'Asks for more lessons with friends')
  await chair.press('Write it down')
  await sees(chair, 'One more lesson each week')
  const [back] = await service.ask(
    `select coalesce(m.on_day, i.due_on)::text as day from forum_item i left join forum_meeting m using (service_id, meeting_id)
     where i.forum = 'ete-panel' and i.follows_id is not null and i.referral ->> 'why' = 'Two hours a day since September'`,
  )
  expect(String(back?.day) >= '2027-01-14').toBe(true)
  await officer.page.goto('/')
  await Promise.all([officer, chair].map(({ page }) => page.context().close()))
})

async function meetingAt(time: string): Promise<string> {
  const [row] = await service.ask(
    `select meeting_id from forum_meeting where forum = 'ete-panel' and on_day = '2026-11-19' and at_time = $1::time`,
    [time],
  )
  return `/panels/ete-panel/meetings/${row?.meeting_id}`
}
