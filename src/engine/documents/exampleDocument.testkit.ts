import { documentDefinition } from './definition.ts'

/** A document as docs/adding-a-document.md shows it: the lines there are these lines. */
export const note = documentDefinition({
  id: 'note',
  title: 'A note',
  summary: 'For the tests.',
  source: 'Invented, for the tests and for docs/adding-a-document.md',
  file: 'src/engine/documents/exampleDocument.testkit.ts',
  ours: true,
  for: 'family',
  about: 'child',
  pulls: ['service', 'parents'],
  open: {
    words: { label: 'What do you want to say?', required: 'Write what you want to say' },
    more: { label: 'Anything else?' },
  },
  begins: ({ parents }) => ({ more: parents.map(({ name }) => name).join(', ') }),
  reads: ({ service }) => ({
    title: 'A note',
    language: 'en-GB',
    direction: 'ltr',
    blocks: [
      { kind: 'lines', lines: [service.name] },
      { kind: 'own', part: 'words', heading: 'From us' },
      { kind: 'own', part: 'more', heading: 'More' },
    ],
  }),
})
