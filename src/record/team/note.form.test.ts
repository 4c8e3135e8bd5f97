import { describe, expect, it } from 'vitest'
import type { Fields } from '../../engine/forms/index.ts'
import type { OfferedStep, Pathway } from '../../engine/pathways/index.ts'
import type { Handable } from './handable.ts'
import { noteFields, noteFor } from './note.form.ts'

const why = { kind: 'text', label: 'Why?', required: 'Say why' } as const
const worker = { kind: 'person', label: 'Who?', roles: ['officer'] } as const

/** A case of a pathway whose step asks these questions when the case changes hands. */
function aCase(childName: string, title: string, asked: Fields, ofEach: readonly string[] = []): Handable {
  const id = title.toLowerCase()
  const step: OfferedStep<Pathway> = {
    id: 'hand-over',
    title: 'Hand over',
    done: 'Handed over',
    from: ['open'],
    to: 'stay',
    by: ['senior'],
    holder: 'worker',
    fields: { worker, ...asked },
    ofEach,
  }
  const of: Pathway = {
    ...{ id, kind: 'prevention', title, summary: '', source: '', file: '' },
    ...{ ages: { from: 10, to: 17 }, routesIn: {}, endings: {}, listensTo: {}, clocks: [] },
    stages: { open: { title: 'Open', means: 'Open' } },
    steps: { 'hand-over': step },
  }
  const it = { involvementId: `case-of-${childName}`, childId: `id-of-${childName}`, childName }
  return {
    it,
    involvement: {
      ...it,
      ...{ pathway: id, routeIn: 'school', stage: 'open', holderId: 'lee', holderName: 'Lee', version: 1 },
      ...{ startedAt: Temporal.Instant.from('2026-11-02T09:00Z'), endedAt: null, ending: null },
    },
    pathway: of,
    step,
    holder: 'worker',
  }
}

const labels = (cases: readonly Handable[]) => Object.values(noteFields(cases)).map(({ label }) => label)

describe('the note that goes with several cases', () => {
  const one = aCase('Ann', 'Boxing', { why })
  const other = aCase('Ben', 'Mentoring', { why, promised: { kind: 'text', label: 'Promised?' } })
  const third = aCase('Cem', 'Sailing', { why: { ...why, label: 'Why now?' } })

  it('asks once what is asked of all alike, and then says of no pathway', () => {
    expect(labels([one, aCase('Dee', 'Running', { why })])).toEqual(['Why?'])
  })

  it('keeps the words for some children out of those for others, whoever drops out', () => {
    const keys = Object.keys(noteFields([one, other, third]))
    const typed = Object.fromEntries(keys.map((key, index) => [key, `Answer ${index}`]))
    const [whyOther, promised] = [typed[keys[1] ?? ''], typed[keys[2] ?? '']]
    for (const left of [
      [one, other, third],
      [other, third],
      [other, one],
    ])
      expect(noteFor(other, left, typed)).toEqual({ why: whyOther, promised })
    expect(noteFor(other, [other], typed), 'rather no words than others').toEqual({})
  })

  it('says of every pathway that asks alike, where several are asked different things', () => {
    const asksAlike = [aCase('Dee', 'Running', { why }), aCase('Eli', 'Rowing', { why })]
    expect(labels([one, third, ...asksAlike, aCase('Fay', 'Boxing', { why })])).toEqual([
      'Boxing, Running and Rowing: Why?',
      'Sailing: Why now?',
    ])
  })

  it('asks what hangs on an answer about a child after that answer', () => {
    const since = { kind: 'date', label: 'Since when?' } as const
    const until = { kind: 'date', label: 'Until?', notBefore: { field: 'since', message: 'Early' } } as const
    const fields = noteFields([aCase('Gil', 'Chess', { since, until }, ['since', 'until'])])
    expect(fields['until--case-of-Gil']).toMatchObject({ notBefore: { field: 'since--case-of-Gil' } })
  })
})
