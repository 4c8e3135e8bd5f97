import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectNoSidewaysScrolling } from './hand.ts'

/** What axe finds that is not ours to mend: the scripts of GOV.UK Frontend write it. `html` is the element's. */
const notOurs: readonly { rule: string; html: RegExp; why: string }[] = [
  {
    rule: 'aria-allowed-attr',
    html: /^<input(?=[^>]*type="(radio|checkbox)")(?=[^>]*aria-expanded)/,
    why: 'an answer that opens further questions is given aria-expanded by the script of radios and checkboxes',
  },
  {
    rule: 'label-content-name-mismatch',
    html: /^<button[^>]*govuk-file-upload-button/,
    why: 'the script of the file upload names its button by the question above it, then by what stands in it',
  },
]

const everything = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
}
/** Dark changes the colours and nothing else. */
const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

const desktop = { width: 1280, height: 900 }
const phone = { width: 360, height: 740 }

/** The page that is open has no fault that axe can find, in light and in dark, on a desktop and on a phone. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const faults: string[] = []
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'light' })
    if (viewport === phone) await expectNoSidewaysScrolling(page)
    faults.push(...(await find(page, everything)).map(fault => `${viewport.width}: ${fault}`))
    await page.emulateMedia({ colorScheme: 'dark' })
    faults.push(...(await find(page, colours)).map(fault => `${viewport.width}, dark: ${fault}`))
  }
  expect(faults, page.url()).toEqual([])
}

async function find(page: Page, options: object): Promise<string[]> {
  const found = await page.evaluate(async given => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, { ...given, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, failureSummary }) => ({
        id,
        html,
        target: target.join(' '),
        failureSummary,
      })),
    )
  }, options as axe.RunOptions)
  return found
    .filter(({ id, html }) => !notOurs.some(known => known.rule === id && known.html.test(html)))
    .map(({ id, target, failureSummary }) => `${id} at ${target}: ${failureSummary?.replace(/\s+/g, ' ')}`)
}
