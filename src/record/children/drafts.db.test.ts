import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from './index.ts'

let service: TestService
let olive: TestPerson
let otto: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  olive = await service.person('officer', 'Olive Officer')
  otto = await service.person('officer', 'Otto Officer')
})
afterAll(() => service.close())

const aChild = () =>
  service.as(olive, tx =>
    addChild(tx, {
      serviceId: service.serviceId,
      givenName: 'Drew',
      familyName: 'Draft',
      pronouns: 'they/them',
      phone: '07700 900200',
      language: 'Northern',
    }),
  )

/** What the boxes of an opened form hold; buttons that are not chosen hold nothing. */
function boxes(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<form', html.indexOf('id="main-content"')))
  const held: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    const isChoice = of('type') === 'radio' || of('type') === 'checkbox'
    const name = of('name')
    if (name !== undefined && (!isChoice || /\schecked/.test(tag))) held[name] = of('value') ?? ''
  }
  return held
}

/** Keeps a draft as the browser's script does: everything that the form holds, with its version. */
async function keep(person: TestPerson, address: string, typed: Record<string, string>) {
  const { html } = await person.get(address)
  const { _csrf = '', ...held } = boxes(html)
  const answer = await person.post(`/drafts/${encodeURIComponent(address)}`, { ...held, ...typed, _csrf })
  expect(answer.status).toBe(200)
}

describe('what was typed and not sent', () => {
  test('is there again, and everything beside it is as it was', async () => {
    const address = `/children/${await aChild()}/details/edit`
    await keep(olive, address, { language: 'Southern' })
    const opened = boxes((await olive.get(address)).html)
    expect(opened).toMatchObject({ language: 'Southern', pronouns: 'they/them', phone: '07700 900200' })
    expect((await olive.get(address)).text).toContain('This is what you typed and did not save')
  })

  test('is seen by nobody else', async () => {
    const address = `/children/${await aChild()}/details/edit`
    await keep(olive, address, { language: 'Southern' })
    expect(boxes((await otto.get(address)).html).language).toBe('Northern')
  })

  test('never hides what a colleague has saved in the meantime', async () => {
    const childId = await aChild()
    const address = `/children/${childId}/details/edit`
    await keep(olive, address, { language: 'Southern' })
    const { html } = await otto.get(address)
    const { _csrf = '', ...held } = boxes(html)
    const saved = await otto.post(address, {
      ...held,
      phone: '07700 900299',
      'birth-date-basis': 'unknown',
      _csrf,
    })
    expect(saved.status).toBe(303)
    const reopened = await olive.get(address)
    expect(reopened.status).toBe(409)
    expect(reopened.text).toContain('Otto Officer has changed this since you opened it')
    // What she did not touch is as Otto left it; what she typed is still there.
    expect(boxes(reopened.html)).toMatchObject({ phone: '07700 900299', language: 'Southern' })
    expect(hiddenValue(reopened.html, '_version')).toBe('2')
  })

  test('is forgotten when it is sent, or when the person begins afresh', async () => {
    const address = `/children/${await aChild()}/details/edit`
    await keep(olive, address, { language: 'Southern' })
    const afresh = await olive.get(`${address}?afresh`)
    // Not the address that throws away: loading that again would throw away what is typed next.
    expect(afresh.location).toBe(address)
    const opened = await olive.get(address)
    expect(boxes(opened.html).language).toBe('Northern')
    expect(opened.text).not.toContain('did not save')
  })

  test('and what was sent and refused is there again too, and nothing else of it is saved', async () => {
    const childId = await aChild()
    const address = `/children/${childId}/notes/add`
    const refused = await olive.fill(address, { text: 'Rang her aunt about Friday.' })
    expect(refused.status).toBe(422)
    const opened = await olive.get(address)
    expect(opened.text).toContain('This is what you typed and did not save')
    expect(opened.text).toContain('Rang her aunt about Friday.')
    expect((await otto.get(address)).text).not.toContain('Rang her aunt')
    expect(await service.asOwner('select from note where child_id = $1', [childId])).toEqual([])
    const typed = { kind: 'family', day: '20/11/2026', time: '10:00', sensitivity: 'ordinary' }
    expect((await olive.fill(address, { ...typed, text: 'Rang her aunt about Friday.' })).status).toBe(303)
    expect((await olive.get(address)).text).not.toContain('did not save')
  })

  test('is kept when the session has ended, and is there after signing in again', async () => {
    const address = `/children/${await aChild()}/details/edit`
    const { html } = await otto.get(address)
    const { _csrf = '', ...held } = boxes(html)
    service.clock.now = service.clock.now.add({ minutes: 45 })
    const away = await otto.post(address, { ...held, language: 'Western', _csrf })
    expect(away.location).toBe(`/sign-in?next=${encodeURIComponent(address)}`)
    const [draft] = await service.asOwner('select answers from draft where user_id = $1 and form = $2', [
      otto.userId,
      address,
    ])
    expect(draft?.answers).toMatchObject({ language: ['Western'], pronouns: ['they/them'] })
  })
})

test('nothing of a form that asks for a password is kept', async () => {
  const person = await service.person('officer')
  const { html } = await person.get('/account/password')
  expect(html).not.toContain('data-autosave')
  const { _csrf = '', ...held } = boxes(html)
  await person.post(`/drafts/${encodeURIComponent('/account/password')}`, {
    ...held,
    newPassword: 'violet kettle',
    _csrf,
  })
  expect(await service.asOwner('select from draft where user_id = $1', [person.userId])).toEqual([])
})
