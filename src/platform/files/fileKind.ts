import { fileTypeFromBuffer } from 'file-type'

/** A kind of file that is taken in. */
export type FileKind = {
  /** As browsers name it. */
  readonly type: string
  readonly extension: string
  /** For a person: `PDF document`. */
  readonly title: string
  /** A browser can show it as a picture. */
  readonly isPicture?: true
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** Every kind that is taken in. Nothing in any of them runs by itself when it is opened. */
export const fileKinds: readonly FileKind[] = [
  { type: 'application/pdf', extension: 'pdf', title: 'PDF document' },
  { type: `${office}.wordprocessingml.document`, extension: 'docx', title: 'Word document' },
  { type: `${office}.spreadsheetml.sheet`, extension: 'xlsx', title: 'Excel workbook' },
  { type: `${office}.presentationml.presentation`, extension: 'pptx', title: 'PowerPoint presentation' },
  { type: `${open}.text`, extension: 'odt', title: 'OpenDocument text' },
  { type: `${open}.spreadsheet`, extension: 'ods', title: 'OpenDocument spreadsheet' },
  { type: 'application/rtf', extension: 'rtf', title: 'Rich text' },
  { type: 'text/plain', extension: 'txt', title: 'Plain text' },
  { type: 'image/jpeg', extension: 'jpg', title: 'Picture (JPEG)', isPicture: true },
  { type: 'image/png', extension: 'png', title: 'Picture (PNG)', isPicture: true },
  { type: 'image/gif', extension: 'gif', title: 'Picture (GIF)', isPicture: true },
  { type: 'image/webp', extension: 'webp', title: 'Picture (WebP)', isPicture: true },
  { type: 'image/heic', extension: 'heic', title: 'Picture (HEIC)' },
  { type: 'audio/mpeg', extension: 'mp3', title: 'Sound (MP3)' },
  { type: 'audio/wav', extension: 'wav', title: 'Sound (WAV)' },
  { type: 'audio/x-m4a', extension: 'm4a', title: 'Sound (M4A)' },
  { type: 'video/mp4', extension: 'mp4', title: 'Film (MP4)' },
  { type: 'video/quicktime', extension: 'mov', title: 'Film (QuickTime)' },
]

/** The kind of a file as its content shows; undefined for one that is not taken in. */
export async function findFileKind(bytes: Uint8Array): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  const type = found ? found.mime : isPlainText(bytes) ? 'text/plain' : undefined
  return fileKinds.find(kind => kind.type === type)
}

/** The kind with this name among types; undefined where it is no longer taken. */
export function fileKindOf(type: string): FileKind | undefined {
  return fileKinds.find(kind => kind.type === type)
}

/** Whether it can be read as UTF-8, without control characters but tabs and ends of lines and pages. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[^\P{Cc}\t\n\f\r]/u.test(text)
  } catch {
    return false
  }
}

const units = ['bytes', 'KB', 'MB'] as const

/** The size in words: `812 bytes`, `1.4 MB`; a KB is 1,000 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes === 1) return '1 byte'
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const size = bytes / 1_000 ** power
  const figure = power === 0 || size >= 10 ? Math.round(size) : Math.round(size * 10) / 10
  return `${figure.toLocaleString('en-GB')} ${units[power]}`
}
