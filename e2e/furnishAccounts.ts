import { TOTP } from 'otpauth'
import { demonstrationPassword } from '../src/app/demonstration/people.ts'
import type { ClockedService } from './clockedService.ts'
import type { Furnished } from './furnish.ts'
import type { Hand } from './hand.ts'
import { addVirtualKey } from './virtualKey.ts'

/** @returns the token of the link in the invitation's message */
export async function invite(admin: Hand): Promise<string> {
  await admin.page.goto('/admin/people/invite')
  await admin.type('Full name', 'Nell Newby')
  await admin.type('Work email address', 'nell.newby@demo.throughline.invalid')
  await admin.pick('Roles', 'Youth justice officer')
  await admin.press('Send the invitation')
  await admin.page.goto('/admin/messages')
  await admin.page.getByRole('link', { name: 'Your Throughline account', exact: true }).first().click()
  const text = await admin.page.getByRole('main').getByText('/set-password/').first().textContent()
  return /\/set-password\/([\w-]+)/.exec(text ?? '')?.[1] ?? ''
}

export async function makeKey(admin: Hand): Promise<void> {
  await admin.page.goto('/admin/keys/new')
  await admin.type('Name of the system', 'Brook Valley Police')
  await admin.type('Name of the key', 'Live')
  await admin.pick('What may it do?', 'Send notifications')
  await admin.pick('As whom may it send?', 'Police notification of a community resolution')
  await admin.press('Make the key')
  await admin.page.getByText('It is shown only now').waitFor()
}

export async function disable(admin: Hand, userId: string): Promise<void> {
  await admin.page.goto(`/admin/people/${userId}/disable`)
  await admin.press('Disable the account')
  await admin.page.waitForURL(`**/admin/people/${userId}`)
}

/** @returns what the authenticator app now shares with the service */
export async function setUpApp({ page, type, press }: Hand, service: ClockedService): Promise<string> {
  await page.goto('/account/second-factors/password/app')
  await page.getByLabel('Your password', { exact: true }).fill(demonstrationPassword)
  await press('Continue')
  await page.getByText('I cannot point a camera at it').click()
  const sharedSecret = (await page.locator('details strong').textContent())?.replaceAll(' ', '') ?? ''
  await type('Code that the app shows now', codeOf(sharedSecret, service))
  await press('Continue')
  await press('Make ten recovery codes')
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  return sharedSecret
}

/** An authenticator app, recovery codes and a passkey. @returns the app's secret, and how addresses name the passkey */
export async function setUpSecondStep(
  admin: Hand,
  service: ClockedService,
): Promise<Pick<Furnished, 'passkey' | 'sharedSecret'>> {
  const { page } = admin
  const sharedSecret = await setUpApp(admin, service)
  await addVirtualKey(page)
  await page.goto('/account/second-factors')
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await page.getByText('Your passkey has been added.').waitFor()
  const rename = await page.getByRole('link', { name: /^Rename/ }).getAttribute('href')
  return { sharedSecret, passkey: rename?.split('/').at(-2) ?? '' }
}

/** What an authenticator app shows now, by the service's clock. */
export function codeOf(sharedSecret: string, { clock }: Pick<ClockedService, 'clock'>): string {
  return new TOTP({ secret: sharedSecret }).generate({ timestamp: clock.now.epochMilliseconds })
}
