import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Arrivals, head, makeArrivals, reference } from './arrivals.testkit.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']
let arrived: Arrivals['arrived']

beforeAll(async () => {
  ;({ service, officer, send, arrived } = await makeArrivals())
})
afterAll(() => service.close())

/** A child whose case is open, and a second notification about the same child. */
async function twoNotifications(name: string) {
  const [first, second] = [reference(), reference()]
  await send(`${head}\n${first},16/11/2026,Joined,${name},5/6/2011,Theft,8\n`)
  const opened = await officer.fill(`/arrivals/${(await arrived(first))?.notification_id}`, { child: 'new' })
  await send(`${head}\n${second},17/11/2026,Joined,${name},5/6/2011,Took a bicycle,8\n`)
  const { child_id: child, involvement_id: involvement } = (await arrived(first)) ?? {}
  return {
    at: `/arrivals/${(await arrived(second))?.notification_id}`,
    second,
    caseAt: opened.location ?? '',
    child: String(child),
    involvement: String(involvement),
  }
}
const casesOf = (child: string) =>
  service.asOwner('select involvement_id, stage, version from involvement where child_id = $1', [child])

test('what arrives about a child with an open case can be added to it: a note of the case, and no second case', async () => {
  const { at, second, caseAt, child, involvement } = await twoNotifications('Once')
  const before = await casesOf(child)
  const page = await officer.get(at)
  expect(page.text).toContain('Does the notification belong to the case that is open?')
  expect(page.text).toContain('Yes: add it to “Diversion after a community resolution”')
  expect((await officer.fill(at, { child })).text).toContain(
    'Say whether the notification belongs to the case that is open',
  )
  const joined = await officer.fill(at, { child, [`case-${child}`]: involvement })
  expect(joined.location).toBe(caseAt)
  expect(await casesOf(child)).toEqual(before)
  expect(await arrived(second)).toMatchObject({
    child_id: child,
    involvement_id: involvement,
    has_joined: true,
  })
  const notes = await service.asOwner('select text from note where involvement_id = $1', [involvement])
  expect(notes).toHaveLength(1)
  expect(notes[0]?.text).toContain(
    'Another notification came for this case: Police notification of a community resolution, received 17 November 2026.',
  )
  expect(notes[0]?.text).toContain('Took a bicycle')
  const offences = await service.asOwner(
    'select description, involvement_id from offence where child_id = $1 order by committed_on nulls last, description',
    [child],
  )
  expect(offences).toEqual([
    { description: 'Theft', involvement_id: involvement },
    { description: 'Took a bicycle', involvement_id: involvement },
  ])
  expect((await officer.get('/arrivals?state=joined')).text).toContain('Joined Once')
  expect((await officer.get(at)).location).toBe(caseAt)
})

test('what needs a case of its own gets one beside the first', async () => {
  const { at, child } = await twoNotifications('Twice')
  await officer.fill(at, { child, [`case-${child}`]: 'new' })
  expect(await casesOf(child)).toHaveLength(2)
})

test('nothing is added to a case of another child, or to one that has ended', async () => {
  const { at, second, child, involvement } = await twoNotifications('Ended')
  const other = await twoNotifications('Other')
  const answer = await officer.fill(at, { child, [`case-${child}`]: other.involvement })
  expect(answer.status).toBe(422)
  await service.asOwner(
    `update involvement set ended_at = now(), ending = 'withdrawn' where involvement_id = $1`,
    [involvement],
  )
  // It is not offered any more: what is asked then is whether a case is opened.
  const late = await officer.fill(at, { child, [`case-${child}`]: involvement })
  expect(late.location).not.toContain(involvement)
  expect((await arrived(second))?.involvement_id).not.toBe(involvement)
})

test('a clock that has run out is said while nobody has said who it is', async () => {
  const late = reference()
  await send(`${head}\n${late},1/10/2026,Long,Waiting,5/6/2011,Theft,8\n`)
  const list = await officer.get('/arrivals')
  expect(list.text).toMatch(/Long Waiting.*Overdue by \d+ days/s)
  expect((await officer.get('/')).text).toMatch(
    /arrivals wait for somebody to say who it is\. ?(Overdue)? ?1 is overdue/,
  )
})
