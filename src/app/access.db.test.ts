import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Permission, type Role, reachOf, roles } from '../platform/access/index.ts'
import type { Route, SignedInRoute } from '../platform/http/index.ts'
import { routes } from './slices.ts'
import { allScopes, makeTestKey } from './testkit/apiKey.ts'
import {
  browserFor,
  makeTestService,
  type TestPage,
  type TestPerson,
  type TestService,
} from './testkit/service.ts'

let service: TestService
let childId: string
const people = new Map<Role, TestPerson>()

beforeAll(async () => {
  service = await makeTestService()
  for (const role of roles) people.set(role, await service.person(role))
  const [child] = await service.asOwner(
    `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
     values ($1, 'WALK-0001', 'Wil', 'Walk', 'wil walk', 'unknown') returning child_id`,
    [service.serviceId],
  )
  childId = String(child?.child_id)
})
afterAll(() => service.close())

const unknownId = '0193b1a0-7c00-7000-8000-00000000dead'

/** An address of the route: the child is one that exists, everything else is not there. */
function addressOf(route: Pick<Route, 'path'>): string {
  return route.path.pattern.replace(/:(\w+)/g, (_, name: string) =>
    name === 'childId' ? childId : unknownId,
  )
}

function person(role: Role): TestPerson {
  const found = people.get(role)
  if (!found) throw new Error(`nobody is a ${role}`)
  return found
}

const ask = (who: Pick<TestPerson, 'get' | 'post'>, route: Route) =>
  route.method === 'GET' ? who.get(addressOf(route)) : who.post(addressOf(route), {})

const isSignedIn = (route: Route): route is SignedInRoute =>
  route.permission !== 'anyone' && route.permission !== 'key'
const named = (route: Route) => `${route.method} ${route.path.pattern}`
// These end the session that asks, so that everything after them would be refused.
const endsSession = (route: Route) => /sign-out|account\/sessions/.test(route.path.pattern)

describe.each(routes.filter(isSignedIn).map(route => [named(route), route] as const))('%s', (_, route) => {
  test('nobody who has not signed in is let through', async () => {
    const answer = await ask(browserFor(service.server), route)
    expect(answer.status).toBe(303)
    expect(answer.location).toMatch(/^\/sign-in/)
  })

  test.each(roles.filter(role => !reachOf(route.permission as Permission, [role])))(
    'a %s is refused',
    async role => {
      expect((await ask(person(role), route)).status).toBe(403)
    },
  )

  const allowed = roles.filter(role => reachOf(route.permission as Permission, [role]))
  test.each(endsSession(route) ? [] : allowed.filter(role => reachOf(route.permission, [role]) === 'all'))(
    'a %s is not refused for the role',
    async role => {
      const answer = await ask(person(role), route)
      expect(answer.status, answer.title).toBeLessThan(500)
      if (answer.status === 403) expect(answer.text).not.toContain('Your role does not include this part')
    },
  )

  if (route.about === 'child') {
    test.each(allowed.filter(role => reachOf(route.permission, [role]) === 'related'))(
      'to a %s without a part in the case the child is not there',
      async role => {
        expect((await ask(person(role), route)).status).toBe(404)
      },
    )
  }
})

/** Names and keys in addresses that nobody would write, but that arrive all the same. */
const rubbish = ['xyz', '1e20', '1.5', '-1', '99T_0193b1a0-7c00-7000-8000-00000000dead', "'", '%E2%80%AE']

/** The route's address with rubbish for one of its names, and with rubbish where a page goes on. */
function oddAddresses(route: Route): string[] {
  const names = [...route.path.pattern.matchAll(/:(\w+)/g)].map(([, name]) => String(name))
  const odd = rubbish.flatMap(word => [
    ...names.map(name => {
      const others = route.path.pattern.replace(new RegExp(`:${name}\\b`), word)
      return others.replace(/:(\w+)/g, (_, other: string) => (other === 'childId' ? childId : unknownId))
    }),
    ...['after', 'before', 'sort', 'show'].map(key => `${addressOf(route)}?${key}=${word}`),
  ])
  return route.method === 'GET' ? odd : odd.filter(address => !address.includes('?'))
}

test.each(routes.filter(isSignedIn).map(route => [named(route), route] as const))(
  '%s answers rubbish in its address decently',
  async (_, route) => {
    const role = roles.find(each => reachOf(route.permission, [each]) === 'all')
    if (!role || endsSession(route)) return
    const who = person(role)
    const faults: string[] = []
    for (const address of oddAddresses(route)) {
      const answer = route.method === 'GET' ? await who.get(address) : await who.post(address, {})
      if (answer.status >= 500) faults.push(`${answer.status} ${address}`)
    }
    expect(faults).toEqual([])
  },
)

describe.each(
  routes.filter(route => route.permission === 'key').map(route => [named(route), route] as const),
)('%s', (_, route) => {
  const isProblem = (page: TestPage, status: number) => {
    expect(page.status).toBe(status)
    expect(page.response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(page.response.headers['set-cookie']).toBeUndefined()
  }

  test('nobody is let through without a key, whatever their role and whether they have signed in or not', async () => {
    isProblem(await ask(browserFor(service.server), route), 401)
    for (const role of roles) isProblem(await ask(person(role), route), 401)
  })

  test('a key without the scope is refused, and one of every scope answers rubbish decently', async () => {
    const without = await makeTestKey(service, { scopes: allScopes.filter(scope => scope !== route.scope) })
    const { statusCode } = await without.ask(route.method, addressOf(route))
    expect(statusCode).toBe(403)
    const key = await makeTestKey(service)
    for (const address of [addressOf(route), ...oddAddresses(route)]) {
      const answer = await key.ask(route.method, address)
      expect(answer.statusCode, address).toBeLessThan(500)
      expect(answer.headers['content-type'], address).toMatch(/^application\/(problem\+)?json/)
    }
  })
})

test('every route that shows or changes a child says what it leaves in the audit', () => {
  const silent = routes
    .filter(isSignedIn)
    .filter(route => route.about === 'child' && route.audit.kind === 'none')
  expect(silent.map(named)).toEqual([])
})

test('a role that nobody has thought about may do nothing', () => {
  expect(reachOf('child.see', [])).toBeUndefined()
})
