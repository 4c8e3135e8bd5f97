import { type Answer, route, type Visit } from '../../platform/http/index.ts'
import {
  askForAnyPasskey,
  askForOwnPasskey,
  checkAnyPasskey,
  checkOwnPasskey,
  type Owner,
} from '../../platform/identity/index.ts'
import {
  passkeyOptionsPath,
  passkeySignInPath,
  secondPasskeyOptionsPath,
  secondPasskeyPath,
  signInPath,
} from './paths.ts'
import {
  beginSessionFor,
  challengeCookie,
  findSecondStep,
  safeNext,
  signedInCookies,
  signInsPerMinute,
} from './signInSteps.ts'

/** What the browser is to ask the passkey; the question itself comes back in a cookie that it cannot read. */
export function ask({ options, sealed }: { options: unknown; sealed: string }): Answer {
  return {
    kind: 'json',
    status: 200,
    body: options,
    cookies: [{ name: challengeCookie, value: sealed, maxAgeSeconds: 300 }],
  }
}

export function refusePasskey(message: string): Answer {
  return {
    kind: 'json',
    status: 422,
    body: { message },
    cookies: [{ name: challengeCookie, value: undefined }],
  }
}

async function enter(visit: Visit, owner: Owner, next: string): Promise<Answer> {
  const token = await beginSessionFor(visit, owner, true)
  return { kind: 'json', status: 200, body: { location: next }, cookies: signedInCookies(token) }
}

const tooLate: Answer = {
  kind: 'json',
  status: 200,
  body: { location: signInPath.to() },
  flash: 'Too much time has passed since you gave your password. Sign in again.',
}

/** Signing in with a passkey, alone or after the password. */
export const passkeySignInRoutes = [
  route({
    method: 'GET',
    path: passkeyOptionsPath,
    permission: 'anyone',
    perMinute: signInsPerMinute,
    audit: { kind: 'none', why: 'nobody is known yet' },
    handle: async ({ platform, now }) => ask(await askForAnyPasskey(platform, now)),
  }),
  route({
    method: 'POST',
    path: passkeySignInPath,
    permission: 'anyone',
    perMinute: signInsPerMinute,
    audit: { kind: 'change', what: 'Signed in' },
    async handle(visit) {
      const sent = { answer: visit.json, sealed: visit.cookies[challengeCookie] }
      const owner = await checkAnyPasskey(visit.platform, sent, visit.now)
      if (!owner)
        return refusePasskey('This passkey does not open an account here. Sign in with your password.')
      return enter(visit, owner, safeNext(visit, visit.query.get('next')))
    },
  }),
  route({
    method: 'GET',
    path: secondPasskeyOptionsPath,
    permission: 'anyone',
    perMinute: signInsPerMinute,
    audit: { kind: 'none', why: 'the person is not signed in yet' },
    async handle(visit) {
      const step = await findSecondStep(visit)
      if (!step) return refusePasskey('Too much time has passed. Go back and sign in again.')
      return ask(await askForOwnPasskey(visit.platform, step.owner, visit.now))
    },
  }),
  route({
    method: 'POST',
    path: secondPasskeyPath,
    permission: 'anyone',
    perMinute: signInsPerMinute,
    audit: { kind: 'change', what: 'Signed in' },
    async handle(visit) {
      const step = await findSecondStep(visit)
      if (!step) return tooLate
      const sent = { answer: visit.json, sealed: visit.cookies[challengeCookie] }
      const isOwn = await checkOwnPasskey(visit.platform, step.owner, sent, visit.now)
      if (!isOwn) return refusePasskey('This passkey is not one of yours. Try again, or use another way.')
      return enter(visit, step.owner, step.next)
    },
  }),
]
