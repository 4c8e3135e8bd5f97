import { TextRun } from 'docx'
import { withoutControls } from '../../platform/sheets/index.ts'

/** How the words of a Word file look, and in which language they are. */
export type WordLook = { isRightToLeft: boolean; isLarge: boolean; language: string }

/** Words as Word has them: each line on its own, without characters that a file of this kind cannot hold. */
export function runsOf(
  words: string,
  look: WordLook,
  more: { bold?: boolean; italics?: boolean; language?: string } = {},
): TextRun[] {
  const { language, ...face } = more
  return withoutControls(words)
    .split('\n')
    .map(
      (line, place) =>
        new TextRun({
          text: line,
          ...face,
          ...(place > 0 ? { break: 1 } : {}),
          ...(language === undefined ? {} : { language: { value: language === 'en' ? 'en-GB' : language } }),
          ...(look.isRightToLeft && language === undefined ? { rightToLeft: true } : {}),
        }),
    )
}
