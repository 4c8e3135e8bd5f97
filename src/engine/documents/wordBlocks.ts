import { BorderStyle, ImageRun, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { Block } from './tree.ts'
import { runsOf, type WordLook } from './wordRuns.ts'

/** Pictures as PNG, by their names. */
export type WordPictures = ReadonlyMap<string, Uint8Array>

/** The width between the margins, in twentieths of a point: A4 with two centimetres on each side. */
const width = 9638

/**
 * A part of a document as Word has it.
 * @param place where it stands in the document: pictures are numbered by it, since the library’s own count never ends
 */
export function inWord(
  block: Block,
  look: WordLook,
  pictures: WordPictures,
  place: number,
): (Paragraph | Table)[] {
  const plain = { bidirectional: look.isRightToLeft && !('language' in block && isEnglish(block)) }
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          ...plain,
          heading: block.level === 2 ? 'Heading2' : 'Heading3',
          ...(block.startsSheet ? { pageBreakBefore: true } : {}),
          children: runsOf(block.words, look, inLanguage(block)),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ ...plain, children: runsOf(block.words, look, inLanguage(block)) })]
    case 'lines':
      return [new Paragraph({ ...plain, children: runsOf(block.lines.join('\n'), look) })]
    case 'list':
      return block.items.map(
        item => new Paragraph({ ...plain, bullet: { level: 0 }, children: runsOf(item, look) }),
      )
    case 'table':
      return tableOf(block, look)
    case 'facts':
      return block.facts.map(
        ({ name, words }, place) =>
          new Paragraph({
            ...plain,
            spacing: { after: place === block.facts.length - 1 ? 160 : 60 },
            children: [...runsOf(`${name}: `, look, { bold: true }), ...runsOf(words, look)],
          }),
      )
    case 'answers':
      return block.answers.flatMap(({ name, words }) => [
        new Paragraph({
          ...plain,
          keepNext: true,
          spacing: { before: 120, after: 40 },
          children: runsOf(name, look, { bold: true }),
        }),
        new Paragraph({ ...plain, children: runsOf(words, look) }),
      ])
    case 'picture':
      return [pictureOf(block, look, pictures, place)]
    case 'signatures':
      return block.lines.flatMap(line => [
        // Lines above paragraphs that follow each other would be drawn once for all of them.
        new Paragraph({ spacing: { before: 360, after: 0 }, keepNext: true, children: [] }),
        new Paragraph({
          ...plain,
          tabStops: [{ type: 'left', position: 6500 }],
          border: { top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '505A5F' } },
          children: runsOf(`${line}\tDate`, look),
        }),
      ])
    case 'missing':
      return [new Paragraph({ ...plain, children: runsOf(block.words, look, { italics: true }) })]
  }
}

/** Words that nobody has translated run from left to right in a document that runs the other way. */
const isEnglish = ({ language }: { language?: string }) => language === 'en'

const inLanguage = ({ language }: { language?: string }) => (language === undefined ? {} : { language })

function tableOf({ caption, columns, rows, widths = [] }: Extract<Block, { kind: 'table' }>, look: WordLook) {
  const parts = columns.map((_, place) => widths[place] ?? 1)
  const all = parts.reduce((sum, part) => sum + part, 0)
  const wide = parts.map(part => Math.floor((width * part) / all))
  const cell = (words: string, place: number, bold: boolean) =>
    new TableCell({
      width: { size: wide[place] ?? width, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(bold ? { shading: { fill: 'EEF3F3' } } : {}),
      children: [
        new Paragraph({
          bidirectional: look.isRightToLeft,
          spacing: { after: 0 },
          children: runsOf(words, look, { bold }),
        }),
      ],
    })
  return [
    new Paragraph({
      bidirectional: look.isRightToLeft,
      keepNext: true,
      spacing: { before: 160, after: 80 },
      children: runsOf(caption, look, { bold: true }),
    }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: wide,
      visuallyRightToLeft: look.isRightToLeft,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map((column, place) => cell(column, place, true)),
        }),
        ...rows.map(
          row =>
            new TableRow({
              cantSplit: true,
              children: columns.map((_, place) => cell(row[place] ?? '', place, false)),
            }),
        ),
      ],
    }),
    // Two tables that follow each other would become one.
    new Paragraph({ spacing: { after: 0, line: 120 }, children: [] }),
  ]
}

function pictureOf(
  { picture, alternative, words, heading, language }: Extract<Block, { kind: 'picture' }>,
  look: WordLook,
  pictures: WordPictures,
  place: number,
) {
  const data = pictures.get(picture)
  const side = heading ? 64 : 34
  const drawn = data
    ? [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width: side, height: side },
          altText: { id: String(place + 1), name: picture, title: alternative, description: alternative },
        }),
      ]
    : []
  return new Paragraph({
    bidirectional: look.isRightToLeft && language !== 'en',
    keepNext: heading !== undefined,
    // The line is as high as the picture: more would draw it over the line before.
    spacing: { before: heading ? 320 : 60, after: 120, line: 240, lineRule: 'auto' },
    ...(heading ? { heading: 'Heading2' as const } : { indent: { start: 1050, hanging: 650 } }),
    children: [
      ...drawn,
      ...runsOf(`${heading ? '  ' : '\t'}${words}`, look, inLanguage({ ...(language ? { language } : {}) })),
    ],
  })
}
