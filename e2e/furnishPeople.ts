import type { Hand } from './hand.ts'

/** The ids of two entries of one person. */
export type TwoEntries = { first: string; second: string }

/** Two entries of one person, to be compared, and two of another who were made one. */
export const comparedPerson = 'Beatrice Holm-Dale'
export const partedPerson = 'Cecily Holm-Dale'

/** Adds somebody around a child twice, as two records of one child would hold them. */
async function addTwice(hand: Hand, childId: string, name: string): Promise<void> {
  for (const phone of ['07700 900145', '07700 900146']) {
    await hand.page.goto(`/children/${childId}/people/add`)
    await hand.type('Name', name)
    await hand.pick('Who is this?', 'Other family')
    await hand.type('What is this person to the child?', 'Grandmother')
    await hand.pick('Does this person have parental responsibility?', 'No')
    await hand.pick('May this person be contacted?', 'Yes')
    await hand.type('Phone (optional)', phone)
    await hand.press('Add')
    await hand.page.getByText('The person has been added.').waitFor()
  }
}

/** People who stand twice around a child: of one of them the two entries are made one. */
export async function addPeopleTwice(hand: Hand, childId: string): Promise<void> {
  await addTwice(hand, childId, partedPerson)
  await hand.page.getByRole('link', { name: 'Compare the two, and make one entry of them' }).click()
  await hand.pick('Phone', '07700 900145')
  await hand.press('Make one entry')
  await hand.page.getByText('The two entries are one now.').waitFor()
  await addTwice(hand, childId, comparedPerson)
}
