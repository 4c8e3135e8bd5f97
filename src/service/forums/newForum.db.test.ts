import { afterAll, beforeAll, expect, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { forum } from '../../engine/forums/index.ts'
import { usePractice } from '../../engine/packs/index.ts'
import { makeForums } from './forums.testkit.ts'

/** The one new file of docs/adding-a-forum.md. */
const housingPanel = forum({
  id: 'housing-panel',
  title: 'Housing panel',
  summary: 'Finds a home for each child who leaves custody.',
  source: 'Invented for this test',
  file: 'practice/somewhere/housingPanel.ts',
  cadence: { kind: 'weeks', every: 2, first: '2026-01-06', at: '10:00', minutes: 60 },
  agenda: ['child'],
  seats: {
    chair: { title: 'Chair', agency: 'Youth justice service', roles: ['manager'], chairs: true },
    housing: {
      title: 'Housing',
      agency: 'Council',
      brings: {
        title: 'From housing',
        workingDaysBefore: 2,
        asks: { rooms: { kind: 'textarea', label: 'What is free?' } },
      },
    },
  },
  quorum: { seats: 1, always: ['chair'] },
  referredBy: ['officer'],
  keptBy: ['senior'],
  referral: { why: { kind: 'textarea', label: 'Why is it brought?', required: 'Say why' } },
  actionsFrom: 'panel',
  decisions: {
    found: { title: 'A home is found', sets: { backInWeeks: 4 } },
    'not-yet': { title: 'Not yet', putsOff: true },
  },
})

let t: Awaited<ReturnType<typeof makeForums>>
beforeAll(async () => {
  t = await makeForums()
  usePractice({ ...practice, forums: [...practice.forums, housingPanel] })
})
afterAll(async () => {
  usePractice(practice)
  await t.service.close()
})

test('a new standing meeting works with nothing but its definition', async () => {
  expect((await t.senior.get('/panels')).text).toContain('Housing panel Every 2 weeks on a Tuesday')
  const meeting = await t.aMeeting('housing-panel', '21/11/2026')
  const child = await t.aChild()
  await t.officer.fill(`/children/${child.childId}/panels/bring/housing-panel`, {
    meeting: meeting.split('/').at(-1) ?? '',
    case: child.involvementId,
    why: 'Leaves on 3 December',
  })
  const [row] = await t.service.asOwner('select item_id from forum_item where child_id = $1', [child.childId])
  const item = `/panels/housing-panel/items/${row?.item_id}`
  await t.senior.fill(`${item}/returns/housing`, {
    'return-known': 'known',
    rooms: 'Two rooms on Heron Row',
    'return-by': 'Olu Housing',
  })
  await t.senior.post(`${meeting}/room/open`, {})
  await t.senior.post(`${meeting}/room/show`, { item: String(row?.item_id) })
  expect((await t.senior.get(`${meeting}/room`)).text).toContain('Two rooms on Heron Row')
  await t.senior.fill(`${item}/decide`, { decision: 'found', reasons: 'It is near the school', dissent: '' })
  await t.senior.fill(`${meeting}/room/close`, { notes: '' })
  expect((await t.senior.get(`${meeting}/minutes`)).text).toContain('It is near the school')
  expect((await t.senior.get('/panels/housing-panel')).text).toContain('From 19 December 2026 on')
})
