import type { Browser } from 'playwright-core'
import type { ClockedService } from './clockedService.ts'
import { passOn } from './furnishVictims.ts'
import { type Hand, pointer } from './hand.ts'
import { openBrowser, signedIn } from './people.ts'

/** A plan in force, and the next one, which is being written: its goal, step and contingency, and a need. */
export type FurnishedPlans = {
  signedPlan: string
  openPlan: string
  planGoal: string
  signedGoal: string
  planStep: string
  signedStep: string
  planContingency: string
  /** Somebody who was harmed, of whom the victim worker has told nothing yet. */
  unheardVictim: string
  need: string
  /** A plan that waits for a senior, and whose it is. */
  sentPlan: string
  /** A goal of it. */
  sentGoal: string
  sentChild: string
  /** What a senior said beside a goal of the plan that is being written. */
  goalComment: string
  /** A page of the child’s own, opened by nobody; one that was opened; and what was said on it. */
  ownPageToken: string
  ownPage: string
  ownMessage: string
  /** Words that somebody has heard, of which they say that somebody could be in danger. */
  heardMessage: string
}

const goals = [
  [
    'A good life',
    '“I want to stay in my football team.”',
    'Go to training on Tuesdays and Thursdays',
    'The child',
  ],
  [
    'Keeping the child safe',
    '“I want to get home without being stopped.”',
    'Walk home with his cousin',
    'The family',
  ],
  [
    'Keeping other people safe',
    '“I want to put it right with the shop.”',
    'Write a letter, with help',
    'The child',
  ],
] as const

/** An officer writes a whole plan with the child and signs it. */
export async function writePlan(officer: Hand, child: string): Promise<void> {
  const { page } = officer
  await page.goto(`/children/${child}/plan`)
  await officer.press('Begin a plan')
  await officer.press('Begin')
  await officer.follow('Write about the plan: from when, how often, what shapes it, who was harmed')
  await officer.type('When does the work begin?', '23/11/2026')
  await officer.type('When is the plan reviewed?', '23/2/2027')
  await officer.pick('How often do you meet?', 'Enhanced')
  await officer.type(
    'What shapes how you work with this child?',
    'Short sentences and drawings. Not on Fridays at noon.',
  )
  await officer.pick('Was anybody harmed?', 'Yes')
  await officer.type(
    'If their wishes are not known, or the record says otherwise: why?',
    'The shop has not answered yet.',
  )
  await officer.press('Save')
  for (const [strand, words, step, who] of goals) {
    await officer.follow(`Add a goal to ${strand}`)
    await officer.type('The goal, in the child’s own words', words)
    await officer.type('And what is 10? (optional)', 'Every week')
    await officer.press('Save')
    await officer.follow(`Add a step : ${words}`)
    await officer.type('What is done?', step)
    await officer.pick('Who does it?', who)
    await officer.type('By when? (optional)', '12/1/2027')
    await officer.press('Save')
  }
  await officer.follow('Add what is done if something goes wrong')
  await officer.type('If this happens', 'He does not come home by ten')
  await officer.type('Then we do this', 'His mother rings his cousin, and then the police')
  await officer.type('Who does it?', 'His mother')
  await officer.press('Save')
  await officer.press('Sign it')
  await officer.type(
    'How was it made with the child and the family?',
    'At home, with his mother. He chose the goals himself.',
  )
  await officer.press('Sign')
  await page.getByText('Signed. It waits for a senior.').waitFor()
}

/** A senior reads the plan and countersigns it. */
export async function countersignPlan(senior: Hand, child: string): Promise<void> {
  await senior.page.goto(`/children/${child}/plan`)
  await senior.press('Countersign or give back')
  await senior.pick('What do you decide?', 'I countersign it: it is in force from now on')
  await senior.type('Why?', 'His own words, and the shop is not forgotten.')
  await senior.press('Save')
  await senior.page.getByText('Countersigned. The plan is in force.').waitFor()
}

/** Everything about plans that a page can be about: of two children who have none yet. */
export async function furnishPlans(
  browser: Browser,
  service: ClockedService,
  child: string,
  sentChild: string,
): Promise<FurnishedPlans> {
  const officer = pointer(await signedIn(browser, service.address, 'officer'))
  const senior = pointer(await signedIn(browser, service.address, 'senior'))
  const { page } = officer
  await writePlan(officer, child)
  await countersignPlan(senior, child)
  await page.goto(`/children/${child}/plan`)
  const [, signedPlan, signedGoal, signedStep] = await idsIn(
    officer,
    /plan\/(\S+)\/goals\/(\S+)\/steps\/(\S+)\/done$/,
  )
  await officer.press('Write the next plan')
  await officer.press('Begin')
  const [, openPlan, planGoal, planStep] = await idsIn(
    officer,
    /plan\/(\S+)\/goals\/(\S+)\/steps\/([0-9a-f-]{36})$/,
  )
  const [, , planContingency] = await idsIn(officer, /plan\/(\S+)\/if\/([0-9a-f-]{36})$/)
  await passOn(officer, child, { name: 'Brightwell Bakery', known: 'the bakery' })
  const [, , unheardVictim] = await idsIn(officer, /plan\/(\S+)\/victims\/([0-9a-f-]{36})$/)
  await officer.follow('Record a need that is not met')
  await officer.choose('What does the child need?', 'Mental health')
  await officer.pick('Why is it not met?', 'The child waits for a service')
  await officer.press('Save')
  const [, need] = await idsIn(officer, /needs\/([0-9a-f-]{36})$/)
  await writePlan(officer, sentChild)
  const [, sentPlan] = await idsIn(officer, /plan\/([0-9a-f-]{36})\/take-back$/)
  await senior.page.goto(`/children/${sentChild}/plan/${sentPlan}/countersign`)
  const [, , sentGoal] = await idsIn(senior, /plan\/(\S+)\/goals\/(\S+)\/comment$/, 'Countersign the plan')
  const own = await furnishOwnPage(browser, service, officer, child)
  await page.context().close()
  await senior.page.context().close()
  const found = {
    signedPlan,
    openPlan,
    planGoal,
    signedGoal,
    planStep,
    signedStep,
    planContingency,
    unheardVictim,
    need,
    sentPlan,
    sentGoal,
    goalComment: await commentBeside(service, openPlan ?? '', planGoal ?? ''),
    sentChild,
    ...own,
  }
  return Object.fromEntries(Object.entries(found).map(([name, id]) => [name, id ?? ''])) as FurnishedPlans
}

/** What the first link of this kind on the page is about. */
async function idsIn({ page }: Hand, kind: RegExp, heading = 'Plan'): Promise<readonly string[]> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  const hrefs = await page
    .locator('main a')
    .evaluateAll(links => links.map(link => link.getAttribute('href')))
  const found = hrefs.map(href => kind.exec(href ?? '')).find(match => match !== null)
  if (!found) throw new Error(`no link like ${kind} on ${page.url()}`)
  return found
}

/** An officer makes a page for the child, who opens it and says something. */
async function furnishOwnPage(browser: Browser, service: ClockedService, officer: Hand, child: string) {
  const { page } = officer
  await page.goto(`/children/${child}/own-pages/make`)
  await officer.pick('Whose page is it?', 'The child')
  await officer.press('Make the page')
  await page.getByText('The PIN is').waitFor()
  const said = await page.getByRole('main').innerText()
  const ownPageToken = /\/my\/([\w-]+)/.exec(said)?.[1] ?? ''
  const pin = /The PIN is\s*(\d{4})/.exec(said)?.[1] ?? ''
  const phone = await openBrowser(browser, service.address)
  await phone.goto(`/my/${ownPageToken}`)
  await phone.getByLabel('Type your PIN').fill(pin)
  await phone.getByRole('button', { name: 'Open' }).click()
  await phone.getByLabel('What is good? What should be better?').fill('I like the football.')
  await phone.locator('#say').getByRole('button', { name: 'Send' }).click()
  await phone.getByText('Thank you. We got it.').waitFor()
  await phone.context().close()
  await page.goto(`/children/${child}/own-pages`)
  const [, ownPage] = await idsIn(officer, /own-pages\/([0-9a-f-]{36})\/end$/, 'Pages of their own')
  const [, ownMessage] = await idsIn(officer, /messages\/([0-9a-f-]{36})\/heard$/, 'Pages of their own')
  const [heard] = await service.ask(
    `insert into own_message (service_id, child_id, own_page_id, words, said_at, heard_by, heard_at, danger, done_words)
     select service_id, child_id, own_page_id, 'Not safe at home', said_at, made_by, now(), 'yes', 'Rang social care'
     from own_message m join own_page p using (service_id, child_id, own_page_id) where m.message_id = $1 returning message_id`,
    [ownMessage],
  )
  return { ownPageToken, ownPage, ownMessage, heardMessage: String(heard?.message_id) }
}

/** What a senior said of a plan before it was given back: written as it would stand then. @returns its id */
async function commentBeside(service: ClockedService, plan: string, goal: string): Promise<string> {
  const [row] = await service.ask(
    `insert into assessment_comment (service_id, plan_id, child_id, question, words, written_by, written_at)
     select service_id, plan_id, child_id, $2, 'Who goes with him?', begun_by, begun_at from plan where plan_id = $1
     returning comment_id as id`,
    [plan, goal],
  )
  return String(row?.id ?? '')
}
