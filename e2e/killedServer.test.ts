import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { signedIn } from './people.ts'
import { makeDataFolder, type Service, startService } from './service.ts'

let browser: Browser
let folder: string
let service: Service

beforeAll(async () => {
  browser = await launchChromium()
  folder = makeDataFolder()
  service = await startService({ THROUGHLINE_DATA: folder })
})
afterAll(async () => {
  await service?.stop()
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const rows = 4_000

test('a server that is killed in the middle of an import goes on with it by itself when it is started again', async () => {
  const file = join(folder, 'many.csv')
  const lines = Array.from(
    { length: rows },
    (_, i) => `77/${i}/26,16/11/2026,Child,Number ${i},Broke a window,8`,
  )
  writeFileSync(
    file,
    ['police_reference,received,first_name,family_name,offence,outcome', ...lines].join('\n'),
  )

  const page = await signedIn(browser, service.address, 'support')
  await page.goto('/arrivals/import')
  await page.selectOption('#route', 'police-notification')
  await page.setInputFiles('input[type=file]', file)
  await page.click('button:has-text("Import")')
  await page.waitForSelector('[data-progress]')
  const address = new URL(page.url()).pathname
  await page.waitForFunction(() =>
    /^[1-9]\d* of/.test(document.querySelector('[data-progress] [role=status]')?.textContent ?? ''),
  )
  await service.kill()

  service = await startService({ THROUGHLINE_DATA: folder })
  const again = await signedIn(browser, service.address, 'support')
  await again.goto(address)
  await again.waitForFunction(() => !document.querySelector('[data-progress]'), undefined, {
    timeout: 60_000,
  })
  expect(await again.textContent('main')).toContain(
    `All ${rows} rows read: ${rows} new, 0 known already, 0 to mend`,
  )
})
