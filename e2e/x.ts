import { writeFileSync } from 'node:fs'
import { launchChromium } from './chromium.ts'
import { pointer } from './hand.ts'
import { signedIn } from './people.ts'
import { startService } from './service.ts'

const browser = await launchChromium()
const service = await startService()
try {
  const page = await signedIn(browser, service.address, 'officer', { viewport: { width: 1280, height: 900 } })
  const officer = pointer(page)
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  const child = new URL(page.url()).pathname.split('/')[2]
  const shot = async (name: string, p = page) =>
    writeFileSync(`/tmp/c-${name}.png`, await p.screenshot({ fullPage: true }))
  const begin = async (form: string) => {
    await page.goto(`/children/${child}/assessments/begin/${form}`)
    await officer.press('Begin')
    return new URL(page.url()).pathname
  }
  const review = await begin('review')
  await page.goto(`${review}/sections/plan`)
  await page.getByLabel('If this happens').first().fill('He is arrested')
  await officer.press('Add another possibility')
  await page.getByText('Possibility 2').first().waitFor()
  await shot('rows')
  await page.goto(`${review}/sections/strengths`)
  await shot('scale')
  const full = await begin('full-assessment')
  await page.goto(`${full}/sections/basis`)
  await page.getByLabel('Yes, and the child is in the community').check()
  await officer.press('Save and go on')
  await page.goto(`${full}/sections/score`)
  await page.locator('#score-for-2').check()
  await page
    .getByRole('group', { name: 'Is this the child’s date of birth' })
    .getByRole('radio')
    .first()
    .check()
  await page.getByRole('group', { name: 'Is this the child’s sex' }).getByRole('radio').first().check()
  await page.getByLabel('When was the child convicted this time?').fill('1/10/2026')
  await page.getByLabel('From which day').fill('1/11/2026')
  await page.getByLabel('How many sanctions').fill('2')
  await page.getByLabel('How old was').fill('14')
  await page.getByLabel('Which kind of offence').selectOption('Violence')
  await shot('score0')
  await officer.press('Save and go on')
  await page.getByText('Worked out').first().waitFor()
  await shot('score')
  const phone = await signedIn(browser, service.address, 'officer', {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  await phone.goto(`${review}/sections/plan`)
  await shot('rows-phone', phone)
  await phone.goto(`${review}/sections/strengths`)
  await shot('scale-phone', phone)
} finally {
  await browser.close()
  await service.stop()
}
