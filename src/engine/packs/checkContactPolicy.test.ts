import { describe, expect, test } from 'vitest'
import type { ContactPolicy } from '../plans/index.ts'
import { checkContactPolicy } from './checkContactPolicy.ts'

const sound: ContactPolicy = {
  id: 'a',
  title: 'Levels',
  source: 'A test',
  file: 'a test',
  inForceFrom: '2026-04-01',
  firstWeeks: 12,
  levels: [{ id: 'standard', title: 'Standard', atFirst: 2, after: 1 }],
}

describe('a policy of contacts', () => {
  test('that is sound has no fault', () => {
    expect(checkContactPolicy(sound, [sound])).toEqual([])
  })

  test.each([
    [{ inForceFrom: 'April' }, 'write the day as'],
    [{ firstWeeks: 0 }, 'holds for 0 weeks'],
    [{ levels: [] }, 'has no level'],
    [{ levels: [...sound.levels, ...sound.levels] }, '“standard” stands twice'],
    [{ levels: [{ id: 'x', title: 'X', atFirst: 1.5, after: 1 }] }, '“x” must be whole numbers'],
  ])('is refused with %j', (change, fault) => {
    const policy = { ...sound, ...change }
    expect(checkContactPolicy(policy, [policy]).join(' ')).toContain(fault)
  })

  test('is refused where another holds from the same day', () => {
    const later = { ...sound, id: 'b' }
    expect(checkContactPolicy(later, [sound, later]).join(' ')).toContain('Another policy holds')
    expect(checkContactPolicy(sound, [sound, later])).toEqual([])
  })
})
