import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { AssessmentForm } from '../assessments/index.ts'
import { checkDocument } from './checkDocument.ts'
import { beginOwnWords, composeDocument, unwritten } from './definition.ts'
import { note } from './exampleDocument.testkit.ts'
import { missingIn } from './tree.ts'
import { writeWord } from './writeWord.ts'

const from = {
  service: { name: 'Milton Brook', writer: 'Olive', role: 'Officer', today: '21 November 2026' },
  parents: [{ name: 'Hodan', relationship: 'Aunt' }],
}

describe('a document', () => {
  test('asks for the worker’s words where they are needed, and leaves out what may be left out', () => {
    const tree = composeDocument(note, from, {})
    expect(tree.blocks).toEqual([
      { kind: 'lines', lines: ['Milton Brook'] },
      { kind: 'heading', level: 2, words: 'From us' },
      {
        kind: 'missing',
        words: 'Not written yet: What do you want to say?',
        asks: 'Write what you want to say',
      },
    ])
    expect(missingIn(tree)).toHaveLength(1)
    expect(unwritten(note, {}).map(({ label }) => label)).toEqual(['What do you want to say?'])
  })

  test('has a paragraph for each that the worker wrote', () => {
    const { blocks } = composeDocument(note, from, { words: 'One.\nStill one.\n\n \nTwo.' })
    expect(blocks.slice(2)).toEqual([
      { kind: 'paragraph', words: 'One.\nStill one.' },
      { kind: 'paragraph', words: 'Two.' },
    ])
    expect(unwritten(note, { words: ' ' })).toHaveLength(1)
  })

  test('begins with what the record says', () => {
    expect(beginOwnWords(note, from)).toEqual({ more: 'Hodan' })
  })

  test('reads from nothing that was not pulled', () => {
    expect(() => composeDocument(note, { parents: [] }, {})).toThrow('pulls what was not read: service')
  })

  test('in Word holds no character that a file of its kind cannot', async () => {
    const { blocks, ...head } = composeDocument(note, from, { words: 'a\u0001b\u0000c' })
    const given = { creator: 'S', at: Temporal.Instant.from('2026-11-21T10:00:00Z'), pictures: new Map() }
    const clean = {
      ...head,
      blocks: blocks.map(block => (block.kind === 'paragraph' ? { ...block, words: 'abc' } : block)),
    }
    expect(await writeWord({ ...head, blocks }, given)).toEqual(await writeWord(clean, given))
  })

  test('in Word sets English from left to right where the document runs the other way', async () => {
    const given = { creator: 'S', at: Temporal.Instant.from('2026-11-21T10:00:00Z'), pictures: new Map() }
    const bytes = await writeWord(
      {
        ...{ title: 'میرا منصوبہ', language: 'ur', direction: 'rtl' },
        blocks: [
          { kind: 'paragraph', words: 'اسکول' },
          { kind: 'paragraph', words: 'Call 999.', language: 'en' },
        ],
      },
      given,
    )
    const body = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    const paragraphs = body.split('<w:p>').slice(1)
    const holding = (words: string) => paragraphs.find(each => each.includes(words)) ?? ''
    expect(holding('اسکول')).toContain('<w:bidi/>')
    expect(holding('Call 999.')).not.toMatch(/<w:bidi\/>/)
  })
})

describe('a definition', () => {
  const form: AssessmentForm = {
    ...{ id: 'form', title: 'Form', summary: '', source: 'A test', file: 'a test', by: ['officer'] },
    versions: {
      one: {
        inForce: {},
        sections: { all: { title: 'All', fields: { likes: { kind: 'text', label: 'Likes' } } } },
      },
    },
  }
  const faults = (change: Partial<typeof note>) => checkDocument({ ...note, ...change }, [form])

  test('without a fault has none', () => expect(faults({})).toEqual([]))
  test.each([
    ['an id that cannot stand in the name of a file', { id: 'A note' }, 'write it in small letters'],
    ['no title', { title: ' ' }, 'It has no title.'],
    ['a source that nobody is asked for', { pulls: ['appointment'] as const }, 'nobody is asked which'],
    [
      'a question that no form asks',
      { pulls: ['signedForms'] as const, quotes: { form: ['likes', 'dislikes'] } },
      'the question “dislikes” of the form “form”',
    ],
    [
      'a form that is not there',
      { pulls: ['signedForms'] as const, quotes: { other: [] } },
      '“other”, which does not exist',
    ],
    ['quotes that it does not pull', { quotes: { form: ['likes'] } }, 'without pulling “signedForms”'],
    ['an open part without words', { open: { words: { label: '' } } }, 'does not say what to write'],
  ])('with %s is refused', (_, change, fault) => {
    const found = faults(change)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(fault)
  })
})

test('what docs/adding-a-document.md shows is this document, line by line', () => {
  const [, shown] =
    /```ts\n(export const [\s\S]*?)\n```/.exec(readFileSync('docs/adding-a-document.md', 'utf8')) ?? []
  const own = readFileSync(new URL('./exampleDocument.testkit.ts', import.meta.url), 'utf8')
  expect(shown).toBeDefined()
  expect(own).toContain(shown)
})
