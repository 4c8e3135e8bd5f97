import { expect } from 'vitest'
import type { Hand, PickedFile } from './hand.ts'

/** The first case, from the police's file to the ending, whoever works it and however they work their browser. */
export type CaseStory = {
  file: PickedFile
  /** How many notifications the file brings. */
  rows: number
  child: string
  /** The child's name as somebody might spell it who has only heard it. */
  heardAs: string
}

export type Workers = { support: Hand; officer: Hand; senior: Hand }

const zone = 'Europe/London'

/** A day as people type it: so many days from now. */
export function dayFromNow(days: number): string {
  const { day, month, year } = Temporal.Now.plainDateISO(zone).add({ days })
  return `${day}/${month}/${year}`
}

const heading = (hand: Hand, words: string) =>
  hand.page.getByRole('heading', { name: words, level: 1, exact: true })
const said = (hand: Hand, words: string) => hand.page.getByRole('alert').getByText(words).waitFor()
const standsAt = (hand: Hand, stage: string) =>
  hand.page
    .getByRole('region', { name: /^Record of/ })
    .getByText(stage)
    .waitFor()

export async function workCase({ support, officer, senior }: Workers, story: CaseStory): Promise<void> {
  await importFile(support, story)
  await openCase(officer, story)
  await screen(officer)
  await decide(senior, story)
  await offerAndAllocate(senior)
  await meet(officer, story)
  await writeNote(officer)
  await startAndEnd(officer)
  await readHistory(officer)
}

/** Business support takes in the file. */
async function importFile(hand: Hand, { file, rows }: CaseStory): Promise<void> {
  await hand.follow('Arrivals')
  await hand.press('Import a file')
  await hand.choose('Who sent it?', 'Police notification of a community resolution')
  await hand.attach('The file', file)
  await hand.press('Import')
  await heading(hand, file.name).waitFor()
  const done = hand.page.getByText(
    `${rows === 1 ? '1 row' : `${rows} rows`} read: ${rows} new, 0 known already`,
  )
  const toArrivals = hand.page.getByRole('button', { name: 'Go on to arrivals' })
  await expect
    .poll(
      async () => {
        // Where no script follows the work, the page offers a link to see how far it is.
        if (!(await hand.page.evaluate(() => document.body.classList.contains('js-enabled'))))
          await hand.page.reload()
        return (await toArrivals.isVisible()) && (await done.isVisible())
      },
      { timeout: 20_000, interval: 200, message: 'every row of the file is taken in' },
    )
    .toBe(true)
  await hand.press('Go on to arrivals')
}

/** An officer says who it is: a child whom nobody knew. */
async function openCase(hand: Hand, { child }: CaseStory): Promise<void> {
  await hand.follow('Arrivals')
  await hand.follow(child)
  await heading(hand, `Who is ${child}?`).waitFor()
  await hand.pick('Which child is it?', 'A child whom we do not know yet')
  await hand.press('Open the case')
  await said(hand, 'The case is open.')
  await standsAt(hand, 'Diversion after a community resolution: Notified')
}

async function screen(hand: Hand): Promise<void> {
  await hand.press('Record the screening')
  await hand.pick('Who or what was asked?', 'The child')
  await hand.pick('Who or what was asked?', 'School or college')
  await hand.type('What is going well for this child?', 'Plays chess with his grandfather every Sunday.')
  await hand.type('What are people worried about?', 'Nothing.')
  await hand.pick('Could the child have speech, language or communication needs?', 'Perhaps: to be assessed')
  await hand.pick('What does the exploitation screening show?', 'No sign of exploitation')
  await hand.pick('Is anybody in danger now?', 'No')
  await hand.press('Save')
  await said(hand, 'Screening completed.')
  const told = await hand.page.getByRole('main').getByRole('term').allTextContents()
  expect(
    told.indexOf('What is going well for this child?'),
    'strengths are told before worries',
  ).toBeLessThan(told.indexOf('What are people worried about?'))
  // The decision is for a senior: an officer is not offered it.
  expect(await hand.page.getByRole('main').getByText('Record the decision').count()).toBe(0)
}

/** A senior finds the child by what they heard, and decides. */
async function decide(hand: Hand, { child, heardAs }: CaseStory): Promise<void> {
  await hand.search(heardAs)
  await hand.press(child)
  await hand.press('Record the decision')
  await hand.pick('Should this child be offered help?', 'Yes, offer help')
  await hand.type('What are your reasons?', 'Somebody to talk with would do good.')
  await hand.press('Save')
  await said(hand, 'Decision recorded.')
}

async function offerAndAllocate(hand: Hand): Promise<void> {
  await hand.press('Record the offer')
  await hand.pick('To whom was it offered?', 'The child')
  await hand.pick('To whom was it offered?', 'A parent or carer')
  await hand.pick('How?', 'Visit')
  await hand.type('What was offered?', 'Twelve weeks with a worker.')
  await hand.press('Save')
  await said(hand, 'Help offered.')

  await hand.press('Record that the offer was accepted')
  await hand.pick('Who said yes?', 'The child')
  await hand.type('What would the child like to get out of it?', '“I want to join a club.”')
  await hand.pick('May we talk with other services about the child?', 'Yes')
  await hand.press('Save')
  await said(hand, 'Offer accepted.')

  await hand.press('Name the worker')
  await hand.pick('Who will work with this child?', 'Robin Vale')
  await hand.press('Save')
  await said(hand, 'Worker named.')
  await standsAt(hand, 'Robin Vale')
}

/** The officer meets the child: one appointment is kept, the other missed and followed up. */
async function meet(hand: Hand, { child }: CaseStory): Promise<void> {
  await hand.follow('My day')
  await hand.press(child)
  await hand.follow('Contacts')
  await contact(hand, '10:00')
  await hand.type('What happened?', 'Met him and his mother. He showed me his drawings.')
  await hand.press('Save')
  await said(hand, 'The contact has been recorded.')

  await hand.follow('Contacts')
  await contact(hand, '5:30pm')
  await hand.pick('Did it take place?', 'No, the child did not come')
  await hand.pick('Why was it missed?', 'Not known yet')
  await hand.pick('Is the reason acceptable?', 'No')
  await hand.press('Save')
  await said(hand, 'The contact has been recorded.')
  await hand.press('Follow up')
  await hand.pick('Who was reached?', 'A parent or carer')
  await hand.type('What was done?', 'Rang his mother: he was at the dentist. We meet on Friday.')
  await hand.pick('What comes next?', 'The next appointment stands as planned')
  await hand.press('Save')
  await said(hand, 'The follow-up has been recorded.')
  await hand.page.getByText('Missed, followed up').waitFor()
}

/** A home visit of yesterday that nobody had planned. */
async function contact(hand: Hand, time: string): Promise<void> {
  await hand.press('Record a contact')
  await hand.pick('What kind of contact was it?', 'Home visit')
  await hand.type('On which day was it?', dayFromNow(-1))
  await hand.type('At what time did it begin?', time)
  await hand.type('How many minutes did it last?', '45')
  await hand.type('Which room, or where else?', 'At home')
}

async function writeNote(hand: Hand): Promise<void> {
  await hand.follow('Notes')
  await hand.press('Write a note')
  await hand.choose('What is it a note of?', 'Conversation with the family')
  await hand.type('Note', 'His mother works nights on Thursdays: ring after two.')
  await hand.press('Save note')
  await said(hand, 'The note has been saved.')
}

async function startAndEnd(hand: Hand): Promise<void> {
  await hand.follow('Now')
  await hand.press('Start the work')
  await hand.type('What does the child want to work on?', 'Join a club')
  await hand.type('What keeps the child safe?', 'He is home by nine')
  await hand.type('What keeps other people safe?', 'The shop keeper would like a letter')
  await hand.type('When is the work meant to end?', dayFromNow(84))
  await hand.press('Save')
  await said(hand, 'Work started.')
  await standsAt(hand, 'Active')

  await hand.press('End the work')
  await hand.pick('How did the case end?', 'The work was completed')
  await hand.type('What did the child achieve?', 'He is in the chess club')
  await hand.type('What does the child say about the work?', '“It was all right.”')
  await hand.pick('Was something done to put things right?', 'Yes, with or for the victim')
  await hand.type('How safe and well is the child now?', 'Safe and well')
  await hand.type('Who helps the child from here?', 'His tutor, and the club')
  await hand.press('Save')
  await said(hand, 'Work ended.')
  await hand.page.getByText('Ended: Completed').first().waitFor()
}

/** Whoever reads the history learns who did what. */
async function readHistory(hand: Hand): Promise<void> {
  await hand.follow('History')
  await heading(hand, 'History').waitFor()
  await hand.follow('Changes')
  const event = (words: string, by: string) =>
    hand.page
      .getByRole('listitem')
      .filter({ hasText: words })
      .filter({ hasText: `by ${by}` })
      .first()
      .waitFor()
  await event('Note: added', 'Robin Vale')
  await event('Appointment: changed', 'Robin Vale')
  await event('Step of a case: added', 'Robin Vale')
  await event('Step of a case: added', 'Sam Okafor')
}
