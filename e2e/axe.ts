import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectNoSidewaysScrolling } from './hand.ts'

/** What axe finds that is not ours to mend: GOV.UK Frontend's own scripts write these attributes. */
const notOurs: readonly { rule: string; target: RegExp; why: string }[] = [
  {
    rule: 'aria-allowed-attr',
    target: /^#[\w-]+$/,
    why: 'the script of radios with conditional content writes aria-expanded on the radio button',
  },
  {
    rule: 'label-content-name-mismatch',
    target: /^#file$/,
    why: 'the script of the file upload makes a button whose name begins with the question, which stands above it',
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
      nodes.map(({ target, failureSummary }) => ({ id, target: target.join(' '), failureSummary })),
    )
  }, options as axe.RunOptions)
  return found
    .filter(({ id, target }) => !notOurs.some(known => known.rule === id && known.target.test(target)))
    .map(({ id, target, failureSummary }) => `${id} at ${target}: ${failureSummary?.replace(/\s+/g, ' ')}`)
}
