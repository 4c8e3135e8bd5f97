import { writeFileSync } from 'node:fs'
import { launchChromium } from './chromium.ts'
import { furnishAssessments } from './furnishAssessments.ts'
import { pointer } from './hand.ts'
import { signedIn } from './people.ts'
import { startService } from './service.ts'

const browser = await launchChromium()
const service = await startService()
try {
  const wide = { viewport: { width: 1280, height: 900 } }
  const page = await signedIn(browser, service.address, 'officer', wide)
  const officer = pointer(page)
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  const child = new URL(page.url()).pathname.split('/')[2] ?? ''
  const it = await furnishAssessments(browser, service as never, child)
  const shot = async (name: string, p = page) =>
    writeFileSync(`/tmp/c-${name}.png`, await p.screenshot({ fullPage: true }))
  const base = `/children/${child}/assessments`
  await page.goto(`${base}/${it.givenBackAssessment}`)
  await shot('givenback')
  await page.goto(`${base}/${it.givenBackAssessment}/sections/picture`)
  await shot('section-comment')
  await page.goto(`/children/${child}/events`)
  await shot('events')
  await page.goto(`/`)
  await shot('day')
  await page.goto(`/children/${child}`)
  await shot('now')
  const senior = await signedIn(browser, service.address, 'senior', wide)
  await senior.goto(`${base}/${it.sentAssessment}/countersign`)
  await shot('countersign', senior)
  const phone = await signedIn(browser, service.address, 'officer', {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  await phone.goto(`${base}/${it.givenBackAssessment}/sections/picture`)
  await shot('section-comment-phone', phone)
  await phone.goto(`/children/${child}/events`)
  await shot('events-phone', phone)
} finally {
  await browser.close()
  await service.stop()
}
