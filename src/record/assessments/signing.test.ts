import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssessmentState } from './assessment.ts'
import { type Signing, type SigningKind, signedLast, signingKinds, stateAfter } from './signing.ts'

const withSenior = { countersignedBy: ['senior' as const] }

describe('a form', () => {
  test('waits for a senior when it is signed, where the definition asks for one', () => {
    expect(stateAfter('open', 'signed', withSenior)).toBe('sent')
    expect(stateAfter('open', 'signed', {})).toBe('signed')
  })

  test('is written again after it was given or taken back, and finished once countersigned', () => {
    expect(stateAfter('sent', 'returned', withSenior)).toBe('open')
    expect(stateAfter('sent', 'taken-back', withSenior)).toBe('open')
    expect(stateAfter('sent', 'countersigned', withSenior)).toBe('signed')
  })

  test('that is finished or set aside is never changed, whatever is tried', () => {
    const finished: AssessmentState[] = ['signed', 'set-aside']
    for (const state of finished)
      for (const kind of signingKinds) expect(stateAfter(state, kind, withSenior)).toBeUndefined()
  })

  test('is never countersigned without being signed first', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signingKinds), { maxLength: 12 }), tried => {
        let state: AssessmentState = 'open'
        const done: SigningKind[] = []
        for (const kind of tried) {
          const next = stateAfter(state, kind, withSenior)
          if (next === undefined) continue
          if (kind === 'countersigned') expect(done.at(-1)).toBe('signed')
          done.push(kind)
          state = next
        }
      }),
    )
  })
})

test('the signature that counts is the last one, unless it was given or taken back since', () => {
  const at = Temporal.Instant.from('2026-11-20T10:00:00Z')
  const by = (kind: SigningKind, signedById: string): Signing => ({
    kind,
    words: '',
    signedById,
    signedBy: signedById,
    signedAt: at,
  })
  expect(signedLast([])).toBeUndefined()
  expect(signedLast([by('signed', 'Olive')])?.signedById).toBe('Olive')
  expect(signedLast([by('signed', 'Olive'), by('returned', 'Sam')])).toBeUndefined()
  expect(signedLast([by('signed', 'Olive'), by('returned', 'Sam'), by('signed', 'Otto')])?.signedById).toBe(
    'Otto',
  )
  expect(signedLast([by('signed', 'Olive'), by('countersigned', 'Sam')])?.signedById).toBe('Olive')
})
