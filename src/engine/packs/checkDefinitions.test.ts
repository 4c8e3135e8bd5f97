import { describe, expect, it } from 'vitest'
import { always } from '../../kernel/period.ts'
import { type Clock, days } from '../clocks/index.ts'
import { clockOver, faultsOf, sound, soundPack } from './definitions.testkit.ts'
import type { Pack } from './index.ts'

describe('definitions without a fault', () => {
  it('have nothing said of them', () => {
    expect(faultsOf(soundPack)).toEqual([])
  })
})

describe('a fault between packs is named', () => {
  const elsewhere: Pack = { id: 'elsewhere', title: 'Elsewhere', file: 'practice/elsewhere/index.ts' }
  const own = { within: days(2), inForce: always, source: 'Board', reason: 'Sooner' }

  it('two pathways of one id', () => {
    const twin = { ...sound, file: 'practice/elsewhere/sound.ts' }
    expect(faultsOf(soundPack, { ...elsewhere, pathways: [twin] })).toEqual([
      'practice/elsewhere/sound.ts: The pathway “sound” is defined already, in practice/somewhere/sound.ts.',
    ])
  })

  it('two packs, lists, mappings and forms of one id', () => {
    const { pathways: _, ...rest } = soundPack
    expect(faultsOf(soundPack, rest)).toHaveLength(4)
  })

  it('a service’s own length for a clock that does not exist', () => {
    const clockOverrides = [{ ...own, pathway: 'sound', clock: 'nothing' }]
    expect(faultsOf(soundPack, { ...elsewhere, clockOverrides })).toEqual([
      'practice/elsewhere/index.ts: A length of the service’s own is given for the clock “nothing” of the pathway “sound”, which does not exist.',
    ])
  })

  it('a service’s own length for a clock set by law', () => {
    const byLaw: Clock = { ...clockOver('open', 'move'), policy: 'statutory' }
    const clockOverrides = [{ ...own, pathway: 'sound', clock: 'a-clock' }]
    expect(faultsOf({ ...soundPack, pathways: [{ ...sound, clocks: [byLaw] }], clockOverrides })).toEqual([
      'practice/somewhere/index.ts: A length of the service’s own is given for the clock “a-clock” of the pathway “sound”, whose length is set by law.',
    ])
  })
})
