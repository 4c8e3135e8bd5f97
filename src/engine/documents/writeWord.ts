import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DocumentTree } from './tree.ts'
import { inWord, type WordPictures } from './wordBlocks.ts'
import { runsOf, type WordLook } from './wordRuns.ts'

export type WordGiven = {
  /** Who made it, in the properties of the file: the service, never a person. */
  creator: string
  at: Temporal.Instant
  /** The pictures that stand in it, as PNG, by their names. One that is not there is left out. */
  pictures: WordPictures
  /** Said on top of every page of a draft. */
  mark?: string
}

const font = 'Arial'

/**
 * A document as a Word file: with real headings, header rows that come again on each page, the language of the words, a title,
 * and alternative text for pictures. The same document at the same moment gives the same bytes, so that its hash can be compared.
 */
export async function writeWord(tree: DocumentTree, it: WordGiven): Promise<Uint8Array> {
  const look: WordLook = {
    isRightToLeft: tree.direction === 'rtl',
    isLarge: tree.isLarge ?? false,
    language: tree.language,
  }
  const size = look.isLarge ? 32 : 24
  const heading = (points: number) => ({
    run: { font, size: points * 2, bold: true, color: '1A1A1A' },
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
  })
  const document = new Document({
    creator: it.creator,
    lastModifiedBy: it.creator,
    title: tree.title,
    styles: {
      default: {
        document: {
          run: { font, size, language: languageOf(look) },
          paragraph: { spacing: { after: 160, line: look.isLarge ? 360 : 300 } },
        },
        heading1: heading(look.isLarge ? 26 : 20),
        heading2: heading(look.isLarge ? 20 : 15),
        heading3: heading(13),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: { default: footerOf(it.mark) },
        children: [
          new Paragraph({
            heading: 'Heading1',
            bidirectional: look.isRightToLeft,
            children: runsOf(tree.title, look),
          }),
          ...tree.blocks.flatMap((block, place) => inWord(block, look, it.pictures, place)),
        ],
      },
    ],
  })
  return settled(await Packer.toArrayBuffer(document), it.at)
}

/** Right-to-left scripts have a language of their own beside that of the other words. */
function languageOf({ language, isRightToLeft }: WordLook) {
  return isRightToLeft
    ? { value: 'en-GB', bidirectional: language }
    : { value: language === 'en' ? 'en-GB' : language }
}

function footerOf(mark: string | undefined) {
  const said = mark === undefined ? [] : [new TextRun({ text: `${mark}    `, bold: true, size: 18 })]
  return new Footer({
    children: [
      // Its words are English, whatever the document’s.
      new Paragraph({
        children: [
          ...said,
          new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
        ],
      }),
    ],
  })
}

/** All files of an archive carry this day: what the library writes is the moment of writing, which would change the hash. */
const archiveDay = '2000-01-01T12:00:00'

/** The file with the moment at which it was made, and nothing else that changes from one time to the next. */
function settled(written: ArrayBuffer, at: Temporal.Instant): Uint8Array {
  const parts = unzipSync(new Uint8Array(written))
  const properties = 'docProps/core.xml'
  const moment = at.toString({ smallestUnit: 'second' })
  const said = parts[properties]
  if (said)
    parts[properties] = strToU8(
      strFromU8(said).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
    )
  const sorted = Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { mtime: archiveDay, level: 6 })
}
