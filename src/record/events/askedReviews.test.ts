import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { askedReviews, type Happened } from './askedReviews.ts'

const [rule] = practice.reviewRules
if (!rule) throw new Error('the service has no rule for reviews')

const happened = (kind: string, at: string, childId = 'one'): Happened => ({
  id: `${kind} ${at}`,
  childId,
  childName: 'Tariq Amin',
  kind,
  day: Temporal.PlainDate.from(at.slice(0, 10)),
  from: Temporal.Instant.from(at),
})
const now = Temporal.Instant.from('2026-11-23T09:00Z')
const asked = (...events: Happened[]) => askedReviews(rule, events, now, practice.calendars)

describe('a review that is asked for', () => {
  test('is due ten working days after what happened', () => {
    const [review] = asked(happened('arrest', '2026-11-20T10:00Z'))
    expect(review?.state).toMatchObject({
      kind: 'running',
      due: { kind: 'day', date: Temporal.PlainDate.from('2026-12-04') },
    })
  })

  test('is due after the first of several events, and names all of them', () => {
    const [review, ...more] = asked(
      happened('missing', '2026-11-20T10:00Z'),
      happened('arrest', '2026-11-02T10:00Z'),
    )
    expect(more).toEqual([])
    expect(review?.happened.map(({ kind }) => kind)).toEqual(['arrest', 'missing'])
    expect(review?.state.kind).toBe('overdue')
  })

  test('names once what was written down and stands in the record besides', () => {
    const [review] = asked(happened('move', '2026-11-20T10:00Z'), happened('move', '2026-11-20T12:00Z'))
    expect(review?.happened).toHaveLength(1)
  })

  test('is one for each child, whatever happened, in whatever order it is told', () => {
    const event = fc.record({
      kind: fc.constantFrom(...Object.keys(rule.kinds)),
      day: fc.integer({ min: 1, max: 20 }),
      childId: fc.constantFrom('one', 'two', 'three'),
    })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), events => {
        const told = events.map(({ kind, day, childId }) =>
          happened(kind, `2026-11-${String(day).padStart(2, '0')}T10:00Z`, childId),
        )
        const reviews = asked(...told)
        expect(reviews.map(({ childId }) => childId).toSorted()).toEqual(
          [...new Set(told.map(({ childId }) => childId))].toSorted(),
        )
        const back = asked(...told.toReversed())
        expect(new Set(back.map(it => JSON.stringify(it.state)))).toEqual(
          new Set(reviews.map(it => JSON.stringify(it.state))),
        )
      }),
    )
  })
})
