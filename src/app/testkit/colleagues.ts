import type { Role } from '../../platform/access/index.ts'
import {
  addAccount,
  codeAt,
  hashPassword,
  keepAuthenticator,
  newSharedSecret,
  type Owner,
} from '../../platform/identity/index.ts'
import { browserFor, hiddenValue, type TestService } from './service.ts'

export const testPassword = 'violet kettle harbour'

/** Somebody with an account and a password who has not signed in. */
export async function addColleague(
  service: TestService,
  email: string,
  roles: Role[] = ['officer'],
  name = 'Robin Vale',
): Promise<Owner> {
  const { serviceId } = service
  const passwordHash = await hashPassword(testPassword)
  const userId = await service.as({ userId: '' }, tx =>
    addAccount(tx, { serviceId, email, name, roles, passwordHash }),
  )
  if (!userId) throw new Error('the account was there already')
  return { serviceId, userId }
}

/** Signs in with a password through the page, in a new browser. */
export async function signInAs(service: TestService, email: string, password = testPassword, next = '/') {
  const browser = browserFor(service.server)
  const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`)
  const _csrf = hiddenValue(page.html, '_csrf') ?? ''
  const answer = await browser.post('/sign-in', { _csrf, email, password, next })
  return { browser, answer }
}

/** Gives somebody an authenticator app; answers what the app shows now. */
export async function addAuthenticatorApp(service: TestService, owner: Owner): Promise<() => string> {
  const sharedSecret = newSharedSecret()
  await service.as(owner, tx =>
    keepAuthenticator(tx, service.secret, owner, { sharedSecret, step: 0 }, service.clock.now),
  )
  return () => codeAt(sharedSecret, service.clock.now)
}
