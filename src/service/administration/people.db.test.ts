import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAuthenticatorApp, addColleague, signInAs } from '../../app/testkit/colleagues.ts'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'

let service: TestService
let admin: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  admin = await service.person('administrator', 'Ada Minster')
})
afterAll(() => service.close())

const person = (owner: { userId: string }, page = '') => `/admin/people/${owner.userId}${page}`

async function outboxOf(email: string): Promise<Record<string, unknown>[]> {
  return service.asOwner('select subject, body from message where to_address = $1 order by created_at', [
    email,
  ])
}

test('only an administrator comes in', async () => {
  for (const address of ['/admin/people', '/admin/people/invite', '/admin/messages', '/admin/jobs']) {
    expect((await admin.get(address)).status).toBe(200)
    for (const role of ['manager', 'officer', 'inspector'] as const)
      expect((await (await service.person(role)).get(address)).status).toBe(403)
  }
  const { html } = await admin.get('/')
  expect(html).toContain('href="/admin"')
  expect((await (await service.person('officer')).get('/')).html).not.toContain('href="/admin"')
})

test('a manager sees what is a manager’s, and nothing of accounts', async () => {
  const manager = await service.person('manager')
  const page = await manager.get('/admin')
  expect(page.text).toContain('Restricted records that were opened')
  expect(page.text).toContain('Audit')
  expect(page.text).not.toContain('People')
  expect((await manager.get('/admin/audit')).text).toContain('Waiting to be sealed')
  expect((await (await service.person('officer')).get('/admin')).status).toBe(403)
})

test('nobody changes their own roles; the name may be', async () => {
  const own = await service.person('administrator', 'Olga Owen')
  const address = person(own, '/edit')
  const more = await own.fill(address, { name: 'Olga Owen', roles: ['administrator', 'manager'] })
  expect(more.status).toBe(422)
  expect(more.text).toContain('You cannot change your own roles')
  expect((await own.fill(address, { name: 'Olga Owen-Hall', roles: 'administrator' })).status).toBe(303)
})

test('the managers hear of whoever is newly able to open every child’s record', async () => {
  await addColleague(service, 'mo@example.test', ['manager'], 'Mo Manager')
  const told = async () => (await outboxOf('mo@example.test')).map(({ body }) => String(body))
  const invited = await admin.fill('/admin/people/invite', {
    name: 'Vic Worker',
    email: 'vic@example.test',
    roles: ['victim-worker'],
  })
  expect(await told()).toEqual([])
  const edit = `${invited.location}/edit`
  await admin.fill(edit, { name: 'Vic Worker', roles: ['victim-worker', 'officer'] })
  await admin.fill(edit, { name: 'Vic Worker', roles: ['victim-worker', 'officer', 'senior'] })
  expect(await told()).toEqual([
    expect.stringContaining('Ada Minster has given Vic Worker roles that open the records of children'),
  ])
  await admin.fill('/admin/people/invite', { name: 'New One', email: 'new@example.test', roles: ['manager'] })
  expect((await told()).at(-1)).toContain('New One')
})

test('nobody opens children’s records by a second address or an old account of their own without the managers hearing of it', async () => {
  await addColleague(service, 'min@example.test', ['manager'], 'Min Manager')
  const told = async () => (await outboxOf('min@example.test')).map(({ body }) => String(body))
  const invited = await admin.fill('/admin/people/invite', {
    name: 'Ada Minster',
    email: 'ada.private@example.test',
    roles: ['officer'],
  })
  expect(await told()).toEqual([
    expect.stringContaining('Ada Minster has given Ada Minster roles that open the records of children'),
  ])
  const address = invited.location ?? ''
  await admin.fill(`${address}/disable`, {})
  await admin.fill(`${address}/edit`, { name: 'Ada Minster', roles: ['senior'] })
  expect(await told()).toHaveLength(1)
  await admin.fill(`${address}/enable`, {})
  expect((await told()).at(-1)).toContain('Senior practitioner')
  // Nor is somebody who becomes a manager the only one to hear of that.
  await admin.fill('/admin/people/invite', { name: 'M Two', email: 'm2@example.test', roles: ['manager'] })
  expect(await told()).toHaveLength(3)
  expect((await outboxOf('m2@example.test')).map(({ subject }) => subject)).toEqual([
    'Your Throughline account',
  ])
})

test('disabling says what the person holds, so that it is given to others', async () => {
  const officer = await service.person('officer', 'Hana Holder')
  const { serviceId } = service
  const [child] = await service.asOwner(
    `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
     values ($1, 'HELD-1', 'Una', 'Told', 'una told', 'unknown') returning child_id`,
    [serviceId],
  )
  const [held] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
     values ($1, $2, 'diversion', 'police-notification', 'active', now(), $3) returning involvement_id`,
    [serviceId, child?.child_id, officer.userId],
  )
  for (const state of ['planned', 'planned', 'cancelled']) {
    await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state)
       values ($1, $2, $3, $4, 'office', now(), 30, 'Here', $5)`,
      [serviceId, child?.child_id, held?.involvement_id, officer.userId, state],
    )
  }
  // Counted also where the administrator's own reading of the database would not show the child.
  await service.asOwner(
    `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
    [serviceId, child?.child_id, admin.userId],
  )
  const words =
    'They hold 1 open case and 2 planned appointments: a senior or a manager must give them to others'
  expect((await admin.get(person(officer, '/disable'))).text).toContain(words)
  const disabled = await admin.fill(person(officer, '/disable'), {})
  expect((await admin.get(disabled.location ?? '')).text).toContain(words)
  const idle = await service.person('officer')
  expect((await admin.get(person(idle, '/disable'))).text).not.toContain('They hold')
})

test('somebody who is invited gets a link, and is shown as invited until they choose a password', async () => {
  const invited = await admin.fill('/admin/people/invite', {
    name: 'Kit  O’Hara',
    email: 'Kit@Example.test',
    roles: ['officer', 'victim-worker'],
  })
  const address = invited.location ?? ''
  const page = await admin.get(address)
  expect(page.text).toContain('Youth justice officer, Victim worker')
  expect(page.text).toContain('State Invited')
  expect(page.text).toContain('hand the link on yourself')
  expect(await outboxOf('kit@example.test')).toHaveLength(1)
  expect((await admin.post(`${address}/invite-again`, {})).status).toBe(303)
  const messages = await outboxOf('kit@example.test')
  const links = messages.map(({ body }) => new URL(/https?:\S+/.exec(String(body))?.[0] ?? '').pathname)
  expect((await admin.get(links[0] ?? '')).status).toBe(410)
  expect((await admin.get(links[1] ?? '')).status).toBe(200)
})

test('an address that has an account already is refused, with what was typed kept', async () => {
  await addColleague(service, 'known@example.test')
  const refused = await admin.fill('/admin/people/invite', {
    name: 'Second Person',
    email: 'known@example.test',
    roles: 'officer',
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('has an account already')
  expect(refused.html).toContain('value="Second Person"')
})

test('the list is filtered by role and by state, and sorted by its address', async () => {
  await addColleague(service, 'a.analyst@example.test', ['analyst'], 'Zadie Analyst')
  await addColleague(service, 'z.analyst@example.test', ['analyst'], 'Abel Analyst')
  const filtered = await admin.get('/admin/people?role=analyst')
  expect(filtered.text).toContain('2 people')
  const order = async (sort: string) => {
    const { text } = await admin.get(`/admin/people?role=analyst&sort=${sort}`)
    return text.indexOf('Abel Analyst') < text.indexOf('Zadie Analyst') ? 'Abel first' : 'Zadie first'
  }
  expect(await order('name')).toBe('Abel first')
  expect(await order('-name')).toBe('Zadie first')
  expect(await order('email')).toBe('Zadie first')
  expect((await admin.get('/admin/people?role=analyst&show=disabled')).text).toContain('Nobody here')
})

test('a change of roles works at once, and two administrators cannot overwrite each other', async () => {
  const owner = await addColleague(service, 'moves@example.test', ['officer'], 'Mo Vesna')
  const { browser } = await signInAs(service, 'moves@example.test')
  const stale = await admin.get(person(owner, '/edit'))
  const version = /name="_version" value="([^"]*)"/.exec(stale.html)?.[1] ?? ''
  const saved = await admin.fill(person(owner, '/edit'), { name: 'Mo Vesna-Hart', roles: ['analyst'] })
  expect(saved.status).toBe(303)
  expect((await browser.get('/account')).text).toContain('Mo Vesna-Hart')
  const late = await admin.post(person(owner, '/edit'), {
    _version: version,
    name: 'Mo Vesna',
    roles: ['officer'],
  })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Mo Vesna-Hart')
})

test('whoever becomes a manager is led to setting up a second step', async () => {
  const owner = await addColleague(service, 'rises@example.test', ['officer'], 'Ri Singh')
  const { browser } = await signInAs(service, 'rises@example.test')
  expect((await browser.get('/')).status).toBe(200)
  await admin.fill(person(owner, '/edit'), { name: 'Ri Singh', roles: ['manager'] })
  expect((await browser.get('/')).location).toBe('/account/second-factors')
})

test('disabling ends the sessions and the links at once; enabling lets them sign in again', async () => {
  const owner = await addColleague(service, 'leaves@example.test')
  const { browser } = await signInAs(service, 'leaves@example.test')
  expect((await admin.fill(person(owner, '/disable'), {})).status).toBe(303)
  expect((await browser.get('/account')).status).toBe(303)
  expect((await signInAs(service, 'leaves@example.test')).answer.status).toBe(422)
  expect((await admin.get('/admin/people?show=disabled')).text).toContain('leaves@example.test')
  expect((await admin.fill(person(owner, '/enable'), {})).status).toBe(303)
  expect((await browser.get('/account')).status).toBe(303)
  expect((await signInAs(service, 'leaves@example.test')).answer.status).toBe(303)
})

test('nobody disables themselves, and the last administrator who can sign in stays', async () => {
  expect((await admin.get(person(admin))).html).not.toContain('/disable')
  const self = await admin.fill(person(admin, '/disable'), {})
  expect(self.status).toBe(403)
  expect(self.text).toContain('You cannot disable your own account')

  // Only Bo has chosen a password, so nobody else could come back.
  await service.asOwner('update person_account set password_hash = null')
  const bo = await addColleague(service, 'bo@example.test', ['administrator'], 'Bo Lister')
  const kept = await admin.fill(person(bo, '/disable'), {})
  expect(kept.status).toBe(403)
  expect(kept.text).toContain('the only administrator')
  const stays = await admin.fill(person(bo, '/edit'), { name: 'Bo Lister', roles: ['officer'] })
  expect(stays.status).toBe(422)
  expect(stays.text).toContain('the only administrator')

  await addColleague(service, 'cy@example.test', ['administrator'], 'Cy Lister')
  expect((await admin.fill(person(bo, '/disable'), {})).status).toBe(303)
})

test('two administrators who disable each other at the same moment do not leave the service without one', async () => {
  const other = await makeTestService()
  try {
    const a = await addColleague(other, 'a@example.test', ['administrator'], 'A Lister')
    const b = await addColleague(other, 'b@example.test', ['administrator'], 'B Lister')
    const outsider = await other.person('administrator')
    await other.asOwner('update person_account set password_hash = null where user_id = $1', [
      outsider.userId,
    ])
    const csrf = /name="_csrf" value="([^"]*)"/.exec((await outsider.get('/admin')).html)?.[1] ?? ''
    await Promise.all([a, b].map(each => outsider.post(person(each, '/disable'), { _csrf: csrf })))
    const rows = await other.asOwner(
      'select from person_account where disabled_at is null and password_hash is not null',
    )
    expect(rows).toHaveLength(1)
  } finally {
    await other.close()
  }
})

test('a lost second step can be removed by an administrator: the person is told and signed out', async () => {
  const owner = await addColleague(service, 'phone.lost@example.test', ['manager'])
  const code = await addAuthenticatorApp(service, owner)
  const { browser } = await signInAs(service, 'phone.lost@example.test')
  await browser.fill('/sign-in/second-factor', { code: code() })
  expect((await admin.fill(person(owner, '/remove-second-step'), {})).status).toBe(303)
  expect((await browser.get('/account')).status).toBe(303)
  const [message] = await outboxOf('phone.lost@example.test')
  expect(message?.body).toContain('has removed the second step')
  const again = await signInAs(service, 'phone.lost@example.test')
  expect((await again.browser.get('/')).location).toBe('/account/second-factors')
})

test('people of another service are not to be found', async () => {
  const elsewhere = await service.asOwner(
    `insert into service (name) values ('Another') returning service_id`,
  )
  const serviceId = String(elsewhere[0]?.service_id)
  const stranger = await addColleague(
    { ...service, serviceId, as: (who, work) => service.as(who, work, { serviceId }) },
    'stranger@example.test',
  )
  for (const page of ['', '/edit', '/disable', '/enable'])
    expect((await admin.get(person(stranger, page))).status).toBe(404)
  expect((await admin.get('/admin/people?show=all')).text).not.toContain('stranger@example.test')
  expect((await admin.get(person({ userId: 'not-an-id' }))).status).toBe(404)
})
