import { expect, it } from 'vitest'
import type { NoteRow } from './gatherQueries.ts'
import { notesToLeaveOut } from './notesToLeaveOut.ts'

const note = (noteId: string, more: Partial<NoteRow> = {}): NoteRow => ({
  ...{ noteId, isDay: true, kind: 'telephone', by: 'Sam Senior', text: 'She rang\n back', version: 1 },
  at: Temporal.Instant.from('2026-06-02T10:00:00Z'),
  ...{ sensitivity: 'ordinary', hasThirdParty: false, details: {} },
  ...more,
})

it('sensitive notes stand first, then those about somebody else, each with its kind, day, marks and first words', () => {
  const options = notesToLeaveOut([
    note('plain', { text: `${'word '.repeat(40)}end` }),
    note('other', { hasThirdParty: true }),
    note('both', { sensitivity: 'sensitive', hasThirdParty: true }),
    note('later'),
  ])
  expect(options.map(({ value }) => value)).toEqual(['both', 'other', 'plain', 'later'])
  expect(options[0]).toMatchObject({
    label: 'Telephone call, Tuesday 2 June 2026. Sensitive. Not to be given to the child',
    hint: 'She rang back',
  })
  expect(options[2]?.hint).toMatch(/^(word )+…$/)
})
