import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrivals, head, makeArrivals, reference } from './arrivals.testkit.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']
let arrived: Arrivals['arrived']

beforeAll(async () => {
  ;({ service, officer, send, arrived } = await makeArrivals())
})
afterAll(() => service.close())

describe('a file as it comes', () => {
  test('a line of commas is an empty line, and a quotation mark within a name is one', async () => {
    const one = reference()
    const { progress } = await send(
      `${head}\n${one},16/11/2026,Thomas "Tom",Bell,1/2/2011,Theft,8\n,,,,,,\n,,,,,,\n`,
    )
    expect(progress).toMatchObject({ total: 1, accepted: 1 })
    expect((await arrived(one))?.given_name).toBe('Thomas "Tom"')
  })

  test('a character that cannot be read fails its row, not its file', async () => {
    const good = reference()
    const { importId, progress } = await send(
      `${head}\n${reference()},16/11/2026,An\0n,Lee,1/2/2011,Theft,8\n${good},16/11/2026,Ann,Lee,1/2/2011,Theft,8\n`,
    )
    expect(progress).toMatchObject({ accepted: 1, failed: 1 })
    expect((await officer.get(`/arrivals/imports/${importId}`)).text).toContain(
      'First name: a character in this cell could not be read',
    )
  })

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', text => Buffer.from(text)],
    ['UTF-8 with a mark', text => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first, with a mark', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, little end first, without a mark', text => Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', text => Buffer.from(text, 'latin1')],
  ])('a name with accents arrives as it was written, in %s', async (_, encode) => {
    const one = reference()
    await send(encode(`${head}\r\n${one},16/11/2026,Zoë,Peña-Müller,29/02/2012,Theft,8\r\n`))
    expect(await arrived(one)).toMatchObject({ given_name: 'Zoë', family_name: 'Peña-Müller' })
  })

  test('the page of a file says in words how it was written', async () => {
    const row = `${reference()},16/11/2026,Zoë,Lee,29/02/2012,Theft,8`
    const { importId } = await send(Buffer.from(`${head}\n${row}\n`, 'latin1'))
    const { text } = await officer.get(`/arrivals/imports/${importId}`)
    expect(text).toContain('Western European (Windows-1252)')
  })

  test('a right-to-left name, a name of one letter and an apostrophe arrive as they were written', async () => {
    const [one, two, three] = [reference(), reference(), reference()]
    const rows = [
      `${one},16/11/2026,ليلى,حداد,1/2/2011,Theft,8`,
      `${two},16/11/2026,J,O,1/2/2011,Theft,8`,
      `${three},16/11/2026,D’Arcy,O'Neill,1/2/2011,Theft,8`,
    ]
    await send([head, ...rows].join('\n'))
    expect(await arrived(one)).toMatchObject({ given_name: 'ليلى', family_name: 'حداد' })
    expect(await arrived(two)).toMatchObject({ given_name: 'J', family_name: 'O' })
    expect(await arrived(three)).toMatchObject({
      given_name: 'D’Arcy',
      family_name: "O'Neill",
      folded_name: 'darcy oneill',
    })
  })

  test('two megabytes of notes in one cell are kept whole', async () => {
    const one = reference()
    const notes = 'Called again. '.repeat(150_000)
    const { progress } = await send(`${head},notes\n${one},16/11/2026,Ann,Lee,1/2/2011,Theft,8,"${notes}"\n`)
    expect(progress).toMatchObject({ accepted: 1 })
    expect((await arrived(one))?.details).toMatchObject({ notes: notes.trimEnd() })
  })

  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'The file is empty'],
    ['a spreadsheet that was not saved as CSV', Buffer.from('PK\u0003\u0004rest'), 'This is not a CSV file'],
    [
      'a file without a needed column',
      'police_reference,received\nA,1/1/2026\n',
      'These are missing: family_name, offence, outcome',
    ],
    [
      'a file that was cut off in a cell',
      `${head}\nA,16/11/2026,Ann,"Le`,
      'The file ends in the middle of a cell',
    ],
    ['a file of column names alone', head, 'no rows'],
  ])('%s is refused with what to do', async (_, file, words) => {
    expect((await send(file)).refused).toContain(words)
  })

  test('a file with semicolons and other headings is read, and unknown columns are named', async () => {
    const one = reference()
    const file = `Police Reference;Received;First name;Family name;Date of birth;Offence;Outcome;Shoe size\n${one};16/11/2026;Ann;Lee;1/2/2011;Theft;Community resolution;5\n`
    expect((await send(file)).progress).toMatchObject({ accepted: 1 })
  })

  test('two files with the same references in another order go in at once, each child once', async () => {
    const references = Array.from({ length: 40 }, () => reference())
    const file = (order: readonly string[], note: string) =>
      [`${head},notes`, ...order.map(it => `${it},16/11/2026,Ann,Lee,1/2/2011,Theft,8,${note}`)].join('\n')
    const both = await Promise.all([
      send(file(references, 'one')),
      send(file(references.toReversed(), 'two')),
    ])
    const sum = (key: 'accepted' | 'known') =>
      both.reduce((all, { progress }) => all + (progress?.[key] ?? 0), 0)
    expect([sum('accepted'), sum('known')]).toEqual([40, 40])
  })

  test('half an upload is no upload', async () => {
    const before = await service.asOwner('select count(*) from import_file')
    const boundary = 'xyz'
    const cut = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="f.csv"\r\nContent-Type: text/csv\r\n\r\n${head}\n`
    const answer = await service.server.inject({
      method: 'POST',
      url: '/arrivals/import',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: cut,
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(300)
    expect(await service.asOwner('select count(*) from import_file')).toEqual(before)
  })
})
