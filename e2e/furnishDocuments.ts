import type { Browser } from 'playwright-core'
import type { ClockedService } from './clockedService.ts'
import { type Hand, pointer } from './hand.ts'
import { signedIn } from './people.ts'

/** A letter that is a draft; one of which a copy was sent, and the copy. */
export type FurnishedDocuments = { draftDocument: string; sentDocument: string; sentCopy: string }

const lastPart = ({ page }: Hand) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** An officer writes two letters about appointments, and sends one. */
export async function furnishDocuments(
  browser: Browser,
  service: ClockedService,
  child: string,
): Promise<FurnishedDocuments> {
  const officer = pointer(await signedIn(browser, service.address, 'officer'))
  const { page } = officer
  const begin = async () => {
    await page.goto(`/children/${child}/documents`)
    await officer.follow('Letter: an appointment')
    await page.getByRole('radio').first().check()
    await officer.press('Begin')
    await page.getByText('Draft', { exact: true }).waitFor()
    return lastPart(officer)
  }
  const draftDocument = await begin()
  const sentDocument = await begin()
  await officer.press('Write your own words')
  await officer.type('What is the meeting about?', 'We talk about school.')
  await officer.type('How can the child reach you?', 'Ring me on 01632 960 001.')
  await officer.press('Save')
  await page.getByText('Saved as a new version.').waitFor()
  await officer.press('Make the copy to send')
  await officer.type('To whom does it go?', 'The child and the mother')
  await officer.pick('How?', 'By post')
  await officer.press('Keep the copy')
  await page.getByText('The copy is kept. Download it, and send it.').waitFor()
  const sentCopy = lastPart(officer)
  await page.context().close()
  return { draftDocument, sentDocument, sentCopy }
}
