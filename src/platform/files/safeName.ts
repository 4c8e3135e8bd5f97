import { tidyName } from '../../kernel/names.ts'

const longest = 100

/**
 * Windows keeps these for devices, whatever ending they have, and saves no file under them: "Naming Files, Paths, and
 * Namespaces", Microsoft Learn.
 */
const isOfADevice = /^(con|prn|aux|nul|(com|lpt)[1-9\u00b9\u00b2\u00b3])\s*(\.|$)/i

/**
 * A name under which a file can be kept and given out: without folders, characters that cannot be seen or that a file system
 * or a header takes for its own, and with the ending of what the file really is. `letter.pdf.exe` that is a PDF becomes
 * `letter.pdf.pdf`; a name of which nothing is left becomes `file.pdf`; `con.pdf`, which Windows cannot save, `file con.pdf`.
 */
export function safeFileName(given: string, { extension }: { extension: string }): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = tidyName(last.toWellFormed())
    .replace(/[<>:"|?*;%]/g, '_')
    .replace(/^[.\s_]+/, '')
  const stem = plain.replace(/\.[^.\s]{1,8}$/, '').replace(/[.\s]+$/, '')
  const kept = isOfADevice.test(stem) ? `file ${stem}` : stem
  const short = [...kept].slice(0, longest).join('').trim()
  return `${short === '' ? 'file' : short}.${extension}`
}
