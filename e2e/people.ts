import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type DemonstrationEmail, demonstrationPassword } from '../src/app/demonstration/people.ts'

/** Who signs in: the part of the demonstration's address before the @. */
export type Somebody = DemonstrationEmail extends `${infer Name}@${string}` ? Name : never

/** Opens a browser of a person's own (its cookies are nobody else's) and a page in it. */
export async function openBrowser(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', ...options })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

/** Types an address and the demonstration's password into the page for signing in, which must be open. */
export async function giveName(page: Page, who: Somebody, password = demonstrationPassword): Promise<void> {
  await page.getByRole('textbox', { name: 'Email address' }).fill(`${who}@demo.throughline.invalid`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Somebody of the demonstration at a browser of their own, signed in, on their start page. */
export async function signedIn(
  browser: Browser,
  address: string,
  who: Somebody,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openBrowser(browser, address, options)
  await page.goto('/sign-in')
  await giveName(page, who)
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return page
}
