import type { Browser } from 'playwright-core'
import type { ClockedService } from './clockedService.ts'
import { type Hand, pointer } from './hand.ts'
import { signedIn } from './people.ts'

/**
 * A screening that is being written, one that waits for a senior, one that was given back with a comment, and a full assessment
 * with the child’s own view.
 */
export type FurnishedAssessments = {
  openAssessment: string
  sentAssessment: string
  givenBackAssessment: string
  comment: string
  fullAssessment: string
  /** Something that happened. */
  event: string
}

/** An officer writes one whole screening of a child and signs it, and begins another, and a full assessment. */
export async function furnishAssessments(
  browser: Browser,
  service: ClockedService,
  child: string,
): Promise<FurnishedAssessments> {
  const officer = pointer(await signedIn(browser, service.address, 'officer'))
  const givenBackAssessment = await begin(officer, child)
  await writeScreening(officer)
  await officer.press('Sign it')
  await officer.press('Sign')
  await giveBack(browser, service, child, givenBackAssessment)
  await officer.page.goto(`/children/${child}/assessments/${givenBackAssessment}`)
  await officer.follow('Answer, or say that it is dealt with')
  const comment = new URL(officer.page.url()).pathname.split('/').at(-1) ?? ''
  const sentAssessment = await begin(officer, child)
  await writeScreening(officer)
  await officer.press('Sign it')
  await officer.press('Sign')
  const openAssessment = await begin(officer, child)
  const fullAssessment = await begin(officer, child, 'full-assessment')
  await officer.follow('What this is for')
  await officer.pick('Is there a charge, an order or a sentence?', 'Yes, and the child is in the community')
  await officer.pick(
    'How does the child answer their own questions?',
    'The child and the worker do it together',
  )
  await officer.press('Save and go on')
  await officer.page.getByRole('heading', { name: 'The child’s own view' }).waitFor()
  const event = await writeEvent(officer, child)
  await officer.page.context().close()
  return { openAssessment, sentAssessment, givenBackAssessment, comment, fullAssessment, event }
}

/** A senior comments on a question and gives the form back. */
async function giveBack(
  browser: Browser,
  service: ClockedService,
  child: string,
  form: string,
): Promise<void> {
  const senior = pointer(await signedIn(browser, service.address, 'senior'))
  await senior.page.goto(`/children/${child}/assessments/${form}/comment/strengths`)
  await senior.type('Your comment', 'What does his school say?')
  await senior.press('Write it down')
  await senior.pick('What do you decide?', 'I give it back, to be written on')
  await senior.type('Why?', 'One thing is missing.')
  await senior.press('Save')
  await senior.page.context().close()
}

async function begin({ page, ...hand }: Hand, child: string, form = 'initial-screening'): Promise<string> {
  await page.goto(`/children/${child}/assessments/begin/${form}`)
  await hand.press('Begin')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function writeScreening(hand: Hand): Promise<void> {
  await hand.follow('Who was asked')
  await hand.pick('Who or what was asked?', 'The child')
  await hand.type('What does the child say, in the child’s own words?', '“I was bored, and they dared me.”')
  await hand.press('Save and go on')
  // Whatever the record says: the first answer is that it is right.
  for (const question of ['where the child lives', 'school, college or work', 'the child’s language'])
    await hand.page.getByRole('group', { name: question }).getByRole('radio').first().check()
  await hand.press('Save and go on')
  await hand.type('What is going well for this child?', 'He looks after his sisters.')
  await hand.type('What are people worried about?', 'The older boys who wait for him.')
  await hand.press('Save and go on')
  await hand.pick('Could the child have speech, language or communication needs?', 'Perhaps: to be assessed')
  await hand.press('Save and go on')
  await hand.pick('What does the exploitation screening show?', 'No sign of exploitation')
  await hand.press('Save and go on')
  await hand.pick('Is anybody in danger now?', 'No')
  await hand.press('Save and go on')
  await hand.pick('Is there something that cannot wait for the assessment?', 'No')
  await hand.press('Save and go on')
}

async function writeEvent(hand: Hand, child: string): Promise<string> {
  await hand.page.goto(`/children/${child}/events/add`)
  await hand.pick('What happened?', 'Missing')
  await hand.type('Who told us?', 'His mother')
  await hand.type('What is known?', 'He came home at four in the morning.')
  await hand.press('Write it down')
  await hand.page.getByRole('link', { name: 'A mistake' }).first().click()
  await hand.page.getByRole('heading', { name: 'A mistake: Missing' }).waitFor()
  return new URL(hand.page.url()).pathname.split('/').at(-2) ?? ''
}
