import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Keys, makeOwnPages, type OwnPages, send } from './ownPage.testkit.ts'

let own: OwnPages

beforeAll(async () => {
  own = await makeOwnPages()
})
afterAll(() => own.service.close())
beforeEach(() => own.begin())

describe('a parent', () => {
  test('has a page of their own, and says for the family how it is going', async () => {
    const keys = await own.make({ whose: 'parent' })
    const phone = await own.opened(keys)
    const { text, html } = await phone.get(keys.link)
    expect(text).toContain('Who works with your child')
    const goal = /\/goals\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
    await send(phone, keys.link, goal, { mark: '3' })
    const rows = await own.service.asOwner('select said_by from plan_progress where child_id = $1', [
      own.it.childId,
    ])
    expect(rows).toEqual([{ said_by: 'family' }])
  })

  test.each(['home-visit', 'office', 'school', 'telephone', 'video', 'review', 'reparation', 'group'])(
    'does not learn where the child lives or learns, nor does the child’s page say it: %s',
    async kind => {
      const places = [
        'At home: 12 Secret Street',
        'At school: Hidden Hall',
        '07700 900123, or 12 Secret Street',
      ]
      for (const place of places) {
        await own.service.asOwner(
          `update appointment set kind = $3, place = $2, place_id = null, travel = 'fetched',
            meets_at = '12 Secret Street' where appointment_id = $1`,
          [own.appointmentId, place, kind],
        )
        for (const whose of ['parent', 'child']) {
          const keys = await own.make({ whose })
          const { text } = await (await own.opened(keys)).get(keys.link)
          expect(text).toContain('It takes 45 minutes')
          expect(text).not.toMatch(/Secret Street|Hidden Hall|900123/)
        }
      }
    },
  )

  test('reads of a goal what the family said, and not what the child did, nor the other way', async () => {
    const [theirs, parents] = [await own.make(), await own.make({ whose: 'parent' })]
    const [childs, adults] = [await own.opened(theirs), await own.opened(parents)]
    const goal = async (phone: typeof childs, { link }: Keys) =>
      /\/goals\/[0-9a-f-]{36}/.exec((await phone.get(link)).html)?.[0] ?? ''
    await send(childs, theirs.link, await goal(childs, theirs), { mark: '1' })
    expect((await childs.get(theirs.link)).text).toContain('Last time: 1 of 10')
    expect((await adults.get(parents.link)).text).not.toContain('Last time')
    await send(adults, parents.link, await goal(adults, parents), { mark: '8' })
    expect((await adults.get(parents.link)).text).toContain('Last time: 8 of 10')
    expect((await childs.get(theirs.link)).text).toContain('Last time: 1 of 10')
  })

  test('does not read what the child said', async () => {
    const theirs = await own.make()
    await send(await own.opened(theirs), theirs.link, `/meetings/${own.appointmentId}/cannot-come`, {
      words: 'I am afraid',
    })
    const parents = await own.make({ whose: 'parent' })
    expect((await (await own.opened(parents)).get(parents.link)).text).not.toContain('I am afraid')
  })
})

describe('two parents', () => {
  const goalOf = (html: string) => /\/goals\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''

  /** A parent who has written why they cannot come and what they think, and given a mark. */
  async function mother() {
    const keys = await own.make({ whose: 'parent', reader: 'mother' })
    const phone = await own.opened(keys)
    await send(phone, keys.link, `/meetings/${own.appointmentId}/cannot-come`, {
      words: 'We are in the refuge',
    })
    await send(phone, keys.link, '/say', { words: 'He must not know where we moved' })
    await send(phone, keys.link, goalOf((await phone.get(keys.link)).html), { mark: '3' })
    return { keys, phone }
  }

  const words = /the refuge|where we moved|Last time/

  test('do not read what the other has written, nor each other’s marks', async () => {
    const { keys, phone } = await mother()
    expect((await phone.get(keys.link)).text).toMatch(/the refuge.*where we moved/)
    const fathers = await own.make({ whose: 'parent', reader: 'father' })
    const other = await own.opened(fathers)
    expect((await other.get(fathers.link)).text).not.toMatch(words)
    await send(other, fathers.link, goalOf((await other.get(fathers.link)).html), { mark: '3' })
    expect((await other.get(fathers.link)).text).toContain('Last time: 3 of 10')
    expect(await marks(), 'the same mark on the same day is of another parent, and is kept').toHaveLength(2)
  })

  const marks = () =>
    own.service.asOwner('select mark from plan_progress where child_id = $1', [own.it.childId])

  test('are told apart for the workers, on the list and on the day', async () => {
    await mother()
    const { text } = await own.officer.get(own.at())
    expect(text).toContain('A parent or carer (mother)')
    expect((await own.officer.get('/')).text).toContain('A parent (mother) says that')
    const refused = await own.officer.fill(own.at('/make'), {
      ...{ whose: 'parent', shares: ['plan'], language: 'en', until: '1/2/2027' },
    })
    expect(refused.text).toContain('Say which parent or carer it is')
  })

  test('find their words on a new page only where the worker says that it is the same parent', async () => {
    await mother()
    const { html, text } = await own.officer.get(own.at('/make'))
    expect(text).toContain('The same as before: mother')
    const line = /name="whose"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="whose"/.exec(
      html,
    )
    const again = await own.make({ whose: line?.[1] ?? line?.[2] ?? '' })
    const page = await (await own.opened(again)).get(again.link)
    expect(page.text).toMatch(/Last time: 3 of 10.*the refuge.*where we moved/)
    const another = await own.make({ whose: 'parent', reader: 'mother' })
    expect((await (await own.opened(another)).get(another.link)).text).not.toMatch(words)
  })

  test('do not read what a worker wrote down that “the family” said', async () => {
    const { officer, service, it } = own
    const keys = await own.make({ whose: 'parent', reader: 'father' })
    const [goal] = await service.asOwner('select line_id from plan_goal where child_id = $1', [it.childId])
    await service.asOwner(
      `insert into plan_progress (service_id, child_id, line_id, mark, said_by, words, on_day, recorded_by, recorded_at)
       values ($1, $2, $3, 9, 'family', '', '2026-11-21', $4, now())`,
      [service.serviceId, it.childId, goal?.line_id, officer.userId],
    )
    expect((await (await own.opened(keys)).get(keys.link)).text).not.toContain('Last time')
  })
})
