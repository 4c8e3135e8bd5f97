import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { addChild } from '../children/index.ts'
import { openCase } from './openCase.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

/** A child of whom the police have told us, and whom nobody has screened. */
async function notified(familyName: string) {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  return service.as(senior, async tx => {
    const childId = await addChild(tx, { serviceId, givenName: 'Tariq', familyName })
    const opened = await openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: 'police-notification',
      step: 'receive',
      answers: {},
      at: service.clock.now.subtract({ hours: 48 }),
      by: senior.userId,
    })
    if (!opened.ok) throw new Error(opened.reason.kind)
    return { childId, at: `/children/${childId}/cases/${opened.value}` }
  })
}

const screening = {
  'happened-on': '21/11/2026',
  'asked-of': ['child'],
  strengths: 'Draws well',
  worries: 'Nothing',
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'danger-now': 'no',
}
const danger = {
  ...screening,
  'danger-now': 'yes',
  'danger-now-reason-yes': 'His uncle has threatened him; the police know',
}

const identity = (html: string) =>
  /<section[^>]*aria-label="Record of[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
const alertsOf = (childId: string) =>
  service.asOwner(
    `select kind, text, raised_by, raised_at::text as at, ended_at from child_alert where child_id = $1 order by raised_at, child_alert_id`,
    [childId],
  )

test('a screening that finds somebody in danger stands in the identity bar and on the first page of the record', async () => {
  const { childId, at } = await notified('Danger')
  const sent = await officer.fill(`${at}/steps/screen`, danger)
  expect(sent.location).toBe(at)
  const page = await officer.get(at)
  expect(page.text).toContain('Screening completed. An alert was raised.')
  expect(identity(page.html)).toContain('Somebody is in danger')
  const now = await officer.get(`/children/${childId}`)
  expect(now.text).toContain('Is anybody in danger now? Yes. His uncle has threatened him; the police know')
  expect(await alertsOf(childId)).toMatchObject([
    { kind: 'danger', raised_by: officer.userId, ended_at: null },
  ])
})

test('My day shows it beside the case', async () => {
  const { at } = await notified('Daylight')
  await officer.fill(`${at}/steps/screen`, danger)
  const day = await senior.get('/')
  const row = day.html.slice(day.html.indexOf('Tariq Daylight')).split('</tr>')[0] ?? ''
  expect(row).toContain('Somebody is in danger')
})

test('a child who is targeted or exploited raises one too, and both at once are two', async () => {
  const { childId, at } = await notified('Targeted')
  const both = { ...danger, exploitation: 'targeted', 'shared-with-hub': '20/11/2026' }
  await officer.fill(`${at}/steps/screen`, both)
  const page = await officer.get(at)
  expect(page.text).toContain('Screening completed. 2 alerts were raised.')
  expect(identity(page.html)).toContain('Signs of exploitation')
  expect((await alertsOf(childId)).map(({ kind }) => kind).sort()).toEqual(['danger', 'exploitation'])
})

test('a screening without danger raises nothing', async () => {
  const { childId, at } = await notified('Calm')
  await officer.fill(`${at}/steps/screen`, {
    ...screening,
    exploitation: 'vulnerable',
    'shared-with-hub': '20/11/2026',
  })
  expect((await officer.get(at)).text).not.toContain('alert was raised')
  expect(await alertsOf(childId)).toEqual([])
})

test('the same alert is not raised a second time while it is open, and is once it has ended', async () => {
  const { childId, at } = await notified('Twice')
  await officer.fill(`${at}/steps/screen`, danger)
  const screenAgain = async () => {
    await senior.fill(`${at}/steps/close`, {
      'happened-on': '21/11/2026',
      outcome: 'recorded-in-error',
      'outcome-reason-recorded-in-error': 'Another child',
      'family-told': 'By telephone',
    })
    await service.asOwner(
      `update involvement set stage = 'notified', ending = null, ended_at = null where child_id = $1`,
      [childId],
    )
    expect((await officer.fill(`${at}/steps/screen`, danger)).location).toBe(at)
    return officer.get(at)
  }
  expect((await screenAgain()).text).not.toContain('alert was raised')
  expect(await alertsOf(childId)).toHaveLength(1)
  const [alert] = await service.asOwner('select child_alert_id as id from child_alert where child_id = $1', [
    childId,
  ])
  await officer.fill(`/children/${childId}/safety/alerts/${alert?.id}/end`, { reason: 'The uncle has left' })
  expect(identity((await officer.get(at)).html)).not.toContain('Somebody is in danger')
  expect((await screenAgain()).text).toContain('An alert was raised.')
  expect(await alertsOf(childId)).toHaveLength(2)
})
