import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFileKind, sizeWords } from './fileKind.ts'
import { onePoint } from './onePoint.testkit.ts'
import { safeFileName } from './safeName.ts'

describe('the kind of a file', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'application/pdf'],
    ['a picture', onePoint, 'image/png'],
    ['words', Buffer.from('Dear Ms Reed,\r\n\tplease call. – محمد'), 'text/plain'],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'text/plain'],
  ])('of %s is found in its content', async (_, bytes, type) => {
    expect((await findFileKind(bytes))?.type).toBe(type)
  })

  it.each([
    ['a program for Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    [
      'a program for Linux',
      Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)]),
    ],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['XML', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['what cannot be read', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['what holds a NUL', Buffer.from('a\0b')],
  ])('%s is not taken', async (_, bytes) => {
    expect(await findFileKind(bytes)).toBeUndefined()
  })
})

/** What Windows takes for a device, with more behind it. */
const deviceNames = fc
  .tuple(fc.constantFrom('CON', 'nul', 'Lpt1'), fc.string({ maxLength: 200 }))
  .map(([device, more]) => device + more)

describe('a name', () => {
  it.each([
    ['Letter to college.pdf', 'Letter to college.pdf'],
    ['C:\\Users\\me\\letter.PDF', 'letter.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['letter.exe', 'letter.pdf'],
    ['letter.pdf.exe', 'letter.pdf.pdf'],
    ['رسالة.pdf', 'رسالة.pdf'],
    ['in\u202egpj.exe', 'ingpj.pdf'],
    ['a"b;c%0d%0a.pdf', 'a_b_c_0d_0a.pdf'],
    ['', 'file.pdf'],
    ['....', 'file.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['CON', 'file CON.pdf'],
    ['nul.pdf', 'file nul.pdf'],
    ['Lpt1.tar.pdf', 'file Lpt1.tar.pdf'],
    ['COM¹.txt', 'file COM¹.pdf'],
    ['aux .pdf', 'file aux.pdf'],
    ['Contract.pdf', 'Contract.pdf'],
    ['com10.pdf', 'com10.pdf'],
  ])('%s is kept as %s', (given, kept) => {
    expect(safeFileName(given, { extension: 'pdf' })).toBe(kept)
  })

  it('is short, ends as what it is, and is the same when it is made safe again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), deviceNames), given => {
        const name = safeFileName(given, { extension: 'pdf' })
        expect(name).toMatch(/^[^/\\<>:"|?*;%\p{Cc}]+\.pdf$/u)
        expect(name).not.toMatch(/^(con|nul|lpt1) *[.]/i)
        expect([...name].length).toBeLessThanOrEqual(104)
        expect(safeFileName(name, { extension: 'pdf' })).toBe(name)
      }),
    )
  })
})

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 KB'],
  [1_440, '1.4 KB'],
  [25_400, '25 KB'],
  [1_440_000, '1.4 MB'],
  [10_000_000, '10 MB'],
])('%i bytes read “%s”', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
