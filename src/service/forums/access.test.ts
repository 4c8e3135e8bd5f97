import { describe, expect, test } from 'vitest'
import { accessTo } from './access.ts'

const forum = {
  seats: {
    chair: { title: 'Chair', agency: 'Us', chairs: true as const },
    police: { title: 'Police', agency: 'Police' },
  },
  keptBy: ['senior', 'business-support'] as const,
  referredBy: ['officer'] as const,
}

describe('a forum shows what is on it', () => {
  test.each([
    ['to whoever keeps it', 'senior', [], { keeps: true, reads: true, refers: false }],
    ['to whoever sits in it', 'police-officer', ['police'], { keeps: false, reads: true, refers: false }],
    [
      'to whoever leads it, who keeps it too',
      'health-worker',
      ['chair'],
      { keeps: true, reads: true, refers: false },
    ],
    ['to an inspector', 'inspector', [], { keeps: false, reads: true, refers: false }],
    ['not to whoever only brings to it', 'officer', [], { keeps: false, reads: false, refers: true }],
  ] as const)('%s', (_, role, seats, access) => {
    expect(accessTo(forum, [role], seats)).toEqual({ seats, ...access })
  })

  test('and is not there for anybody else', () => {
    expect(accessTo(forum, ['police-officer'], [])).toBeUndefined()
    expect(accessTo(forum, ['manager', 'administrator'], [])).toBeUndefined()
  })
})
