import { describe, expect, test } from 'vitest'
import { checkForum, type Forum, forum, type Presence, quorumOf, writeShortfall } from './index.ts'

const panel: Forum = forum({
  id: 'panel',
  title: 'Panel',
  summary: 'Decides.',
  source: 'Invented for this test',
  file: 'practice/somewhere/panel.ts',
  cadence: { kind: 'weeks', every: 1, first: '2026-01-08', at: '10:00', minutes: 60 },
  agenda: ['child'],
  seats: {
    chair: { title: 'Chair', agency: 'Us', chairs: true },
    police: { title: 'Police', agency: 'Police' },
    health: { title: 'Health', agency: 'Health' },
  },
  quorum: { seats: 2, always: ['police'] },
  referredBy: ['officer'],
  keptBy: ['senior'],
  referral: {},
  actionsFrom: 'panel',
  decisions: { done: { title: 'Done' } },
})

describe('a forum can decide', () => {
  test.each<[Record<string, Presence>, string | undefined]>([
    [{ chair: 'attended', police: 'attended' }, undefined],
    [{ chair: 'attended', police: 'represented' }, undefined],
    [{ chair: 'attended', health: 'attended' }, 'nobody is there for Police'],
    [{ police: 'attended' }, '1 more seat has to be filled'],
    [
      { chair: 'absent', police: 'apologies', health: 'not-a-member-then' },
      '2 more seats have to be filled; nobody is there for Police',
    ],
    [{}, '2 more seats have to be filled; nobody is there for Police'],
  ])('when enough seats are filled, and those without which it cannot (%#)', (present, missing) => {
    expect(writeShortfall(panel, quorumOf(panel, present))).toBe(missing)
  })
})

describe('a forum is checked when the program starts', () => {
  const faultsOf = (change: Partial<Forum>) => checkForum({ ...panel, ...change }, [], ['panel'])

  test('one that holds together has no fault', () => expect(faultsOf({})).toEqual([]))

  test.each<[string, Partial<Forum>]>([
    [
      'Nobody leads it: one seat has to.',
      { seats: { police: { title: 'Police', agency: 'Police' } }, quorum: { seats: 1 } },
    ],
    ['It needs 4 seats to be filled and has 3.', { quorum: { seats: 4 } }],
    [
      'It cannot decide without the seat “court”, which does not exist.',
      { quorum: { seats: 1, always: ['court'] } },
    ],
    ['It can decide nothing.', { decisions: {} }],
    [
      'Its actions stand under “fair” in the register, which is no source of actions.',
      { actionsFrom: 'fair' },
    ],
    ['Nothing can stand on its agenda.', { agenda: [] }],
    ['Nobody may put anything on its agenda.', { referredBy: [] }],
    ['Nobody plans its meetings.', { keptBy: [] }],
    ['It meets at “9”: write the time as 09:30.', { cadence: { kind: 'as-needed', at: '9', minutes: 60 } }],
    ['It lasts 0 minutes.', { cadence: { kind: 'as-needed', at: '09:00', minutes: 0 } }],
    [
      'Its first meeting is on “8 January”: write the day as 2026-04-01.',
      { cadence: { kind: 'weeks', every: 1, first: '8 January', at: '09:00', minutes: 60 } },
    ],
    [
      'The decision “done” takes the step “fly”, which no pathway has.',
      { decisions: { done: { title: 'Done', sets: { step: { id: 'fly' } } } } },
    ],
    [
      'The decision “done” gives the seat “court” something to do, which does not exist.',
      {
        decisions: {
          done: { title: 'Done', sets: { actions: [{ what: 'It', seat: 'court', workingDays: 1 }] } },
        },
      },
    ],
    ['It has a pack about children, of whom none is discussed.', { agenda: ['paper'], pack: ['offences'] }],
  ])('%s', (fault, change) => expect(faultsOf(change)).toContain(fault))
})
