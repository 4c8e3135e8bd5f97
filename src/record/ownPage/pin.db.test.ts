import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserFor } from '../../app/testkit/service.ts'
import { listTried } from './messageQueries.ts'
import { aboutWork, makeOwnPages, type OwnPages, send, tryPin, wrong } from './ownPage.testkit.ts'

let own: OwnPages

beforeAll(async () => {
  own = await makeOwnPages()
})
afterAll(() => own.service.close())
beforeEach(() => own.begin())

describe('before the PIN', () => {
  test('a page says nothing of whose it is, nor of whom', async () => {
    const { link } = await own.make()
    const { html, title, response } = await browserFor(own.service.server).get(link)
    expect(title).toBe('Your page')
    expect(html).not.toMatch(aboutWork)
    expect(html).not.toMatch(/Child \d|swim|Brook/)
    expect(html).not.toContain(own.it.childId)
    expect(response.headers['cache-control']).toContain('no-store')
    expect(response.headers['referrer-policy']).toBe('same-origin')
  })

  test('nothing can be taken or said', async () => {
    const { link } = await own.make()
    const phone = browserFor(own.service.server)
    expect((await phone.get(`${link}/calendar`)).text).toContain('Type your PIN')
    expect((await send(phone, link, '/say', { words: 'Hello' })).text).toContain('Type your PIN')
    expect(
      await own.service.asOwner('select from own_message where child_id = $1', [own.it.childId]),
    ).toEqual([])
  })

  test('a phone that opened another page opens this one no more than any other', async () => {
    const first = await own.make()
    const second = await own.make({ whose: 'parent' })
    const phone = await own.opened(first)
    expect((await phone.get(second.link)).text).toContain('Type your PIN')
  })
})

describe('a wrong PIN', () => {
  test('is counted; after five the page rests, also for the right one, and then opens again', async () => {
    const { link, pin } = await own.make()
    const phone = browserFor(own.service.server)
    for (let tries = 0; tries < 4; tries++) {
      const tried = await tryPin(phone, link, wrong(pin))
      expect(tried.status).toBe(422)
      expect(tried.text).toContain('That is not the PIN')
    }
    expect((await tryPin(phone, link, wrong(pin))).text).toContain('Wait 15 minutes')
    expect((await send(phone, link, '/open', { pin })).text).not.toContain('My page')
    const { now } = own.service.clock
    own.service.clock.now = now.add({ minutes: 15 })
    expect((await tryPin(phone, link, pin)).status).toBe(303)
    own.service.clock.now = now
  })

  test('ends the page after fifteen, and its worker can see why', async () => {
    const { link, pin } = await own.make()
    const { now } = own.service.clock
    for (let round = 0; round < 3; round++) {
      const phone = browserFor(own.service.server)
      for (let tries = 0; tries < 5; tries++) await tryPin(phone, link, wrong(pin))
      own.service.clock.now = own.service.clock.now.add({ minutes: 15 })
    }
    expect((await browserFor(own.service.server).get(link)).text).toContain('does not work any more')
    own.service.clock.now = now
    expect((await own.officer.get(own.at())).text).toContain('Ended after too many wrong PINs')
  })

  test('is not guessed with patience either: a right PIN between does not forget the wrong ones', async () => {
    const keys = await own.make()
    const stranger = browserFor(own.service.server)
    for (let round = 0; round < 3; round++) {
      for (let each = 0; each < 9; each++) {
        await tryPin(stranger, keys.link, wrong(keys.pin))
        own.service.clock.now = own.service.clock.now.add({ minutes: 16 })
      }
      await own.opened(keys)
    }
    const [row] = await own.service.asOwner('select all_wrong_tries from own_page where child_id = $1', [
      own.it.childId,
    ])
    expect(row).toEqual({ all_wrong_tries: 27 })
    for (let each = 0; each < 3; each++) await tryPin(stranger, keys.link, wrong(keys.pin))
    expect((await stranger.get(keys.link)).text).toContain('does not work any more')
  })

  test('is told to those who work with the child, from the fifth on and for a week', async () => {
    const keys = await own.make()
    const stranger = browserFor(own.service.server)
    const reader = { userId: own.officer.userId, answersForService: false }
    const isTold = async (now = own.service.clock.now) => {
      const tried = await own.service.as(own.officer, tx => listTried(tx, reader, now))
      return tried.some(({ childId }) => childId === own.it.childId)
    }
    for (let each = 0; each < 4; each++) await tryPin(stranger, keys.link, wrong(keys.pin))
    expect(await isTold()).toBe(false)
    await tryPin(stranger, keys.link, wrong(keys.pin))
    expect(await isTold()).toBe(true)
    expect((await own.officer.get('/')).text).toContain('Wrong PINs were typed on the page of')
    const listed = await own.officer.get(own.at())
    expect(listed.text).toContain('Wrong PINs')
    expect(listed.html).toMatch(/>5<\/td>/)
    expect(await isTold(own.service.clock.now.add({ hours: 24 * 7 }))).toBe(false)
  })

  test('is not guessed by sending many at once', async () => {
    const { link, pin } = await own.make()
    const phones = Array.from({ length: 12 }, () => browserFor(own.service.server))
    await Promise.all(phones.map(phone => tryPin(phone, link, wrong(pin))))
    const [row] = await own.service.asOwner('select wrong_tries from own_page where child_id = $1', [
      own.it.childId,
    ])
    expect(Number(row?.wrong_tries)).toBe(5)
  })
})
