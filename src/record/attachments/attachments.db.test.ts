import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { startScanner, type TestScanner } from '../../platform/files/clamd.testkit.ts'
import { onePoint } from '../../platform/files/onePoint.testkit.ts'
import { addChild } from '../children/index.ts'
import { saveScan } from './attachmentQueries.ts'
import { scanFile } from './scanFile.ts'

let service: TestService
let officer: TestPerson
let scanner: TestScanner
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  scanner = await startScanner()
})
beforeEach(async () => {
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
})
afterEach(() => {
  service.running.platform.config.clamdAddress = undefined
})
afterAll(async () => {
  await scanner.close()
  await service.close()
})

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}`)
const said = { description: 'Letter from the college', sensitivity: 'ordinary' }

const add = (bytes: Buffer, more: Record<string, string> = {}, name = 'letter.pdf', who = officer) =>
  who.attach(`/children/${childId}/files/add`, { ...said, ...more }, { field: 'file', name, bytes })

const files = (who = officer) => who.get(`/children/${childId}/files`)

const rows = () =>
  service.asOwner(
    `select a.*, c.content from attachment a left join attachment_content c using (service_id, attachment_id) where a.child_id = $1`,
    [childId],
  )

describe('a file', () => {
  it('is kept with its hash and given out as it came, to be saved and not run', async () => {
    const bytes = pdf('Dear Tariq')
    const { location = '' } = await add(bytes, {}, 'Brief für Tariq.exe')
    const page = await officer.get(location)
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(page.text).toContain('Brief für Tariq.pdf')
    expect(page.text).toContain('PDF document, 19 bytes')
    expect(page.text).toContain(hash)
    expect(page.text).toContain('Not scanned: no virus scanner is set up')
    const { response } = await officer.get(`${location}/download`)
    expect(response.rawPayload.equals(bytes)).toBe(true)
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="Brief_f_r_Tariq.pdf"; filename*=UTF-8''Brief%20f%C3%BCr%20Tariq.pdf`,
    })
  })

  it('leaves its line in the history each time that it is given out', async () => {
    const { location = '' } = await add(pdf('Dear Tariq'))
    await officer.get(`${location}/download`)
    await officer.get(`${location}/download`)
    const events = await service.asOwner(
      `select after from audit_event where child_id = $1 and purpose = 'Downloaded a file'`,
      [childId],
    )
    expect(events).toHaveLength(2)
    expect(events[0]?.after).toMatchObject({ attachment_id: location.split('/').at(-1) })
    expect((await officer.get(`/children/${childId}/history?show=looks`)).text).toContain('Downloaded a file')
  })

  it('is never in the audit with what it holds', async () => {
    await add(pdf('Dear aubergine'))
    const held = Buffer.from('aubergine').toString('hex')
    expect(await service.asOwner(`select from audit_event where after::text like '%${held}%'`)).toEqual([])
  })

  it.each([
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 'This kind of file is not taken'],
    ['nothing', Buffer.alloc(0), 'The file is empty'],
    ['too much', Buffer.alloc(10_000_001, 'a'), 'it may have 10 MB'],
  ])('that is %s is refused, and what was typed stays', async (_, bytes, message) => {
    const refused = await add(bytes, { description: 'Kept words' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain('Kept words')
    expect(await rows()).toEqual([])
  })

  it('far too large is turned away before it is read', async () => {
    const refused = await add(Buffer.alloc(12_000_000, 'a'))
    expect(refused.text).toContain('What you sent is larger than this page can take')
  })

  it('is not kept twice', async () => {
    await add(pdf('Dear Tariq'))
    expect((await add(pdf('Dear Tariq'))).text).toContain('This file is here already, as “letter.pdf”')
  })

  it('that is a picture is shown in its page, and nothing else is', async () => {
    const { location = '' } = await add(onePoint, {}, 'drawing.png')
    expect((await officer.get(location)).html).toContain(`src="${location}/picture"`)
    const { response } = await officer.get(`${location}/picture`)
    expect(response.headers['content-type']).toBe('image/png')
    const letter = await add(pdf('Dear Tariq'))
    expect((await officer.get(`${letter.location}/picture`)).status).toBe(404)
    const page = await add(Buffer.from('<script>alert(1)</script>'), {}, 'page.html')
    const download = await officer.get(`${page.location}/download`)
    expect(download.response.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it('whose content was changed in the database is not given out', async () => {
    const { location = '' } = await add(pdf('Dear Tariq'))
    await service.asOwner(`update attachment_content set content = 'something else' where child_id = $1`, [
      childId,
    ])
    const refused = await officer.get(`${location}/download`)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('the file is damaged or was tampered with')
  })

  it('is removed with a reason; its hash stays, and what it held does not', async () => {
    const { location = '' } = await add(pdf('Dear Tariq'))
    await officer.fill(`${location}/remove`, { reason: 'About another child' })
    const [row] = await rows()
    expect(row).toMatchObject({ content: null, removed_reason: 'About another child' })
    expect(row?.sha256).toBe(createHash('sha256').update(pdf('Dear Tariq')).digest('hex'))
    expect((await files()).text).toContain('Not kept, or removed since')
    expect((await officer.get(location)).text).toContain('About another child')
    expect((await officer.get(`${location}/download`)).status).toBe(404)
    expect((await officer.get(`${location}/remove`)).status).toBe(404)
  })
})

describe('the virus scanner', () => {
  beforeEach(() => {
    service.running.platform.config.clamdAddress = scanner.address
  })

  it('says that a file is clean', async () => {
    const { location = '' } = await add(pdf('Dear Tariq'))
    expect((await officer.get(location)).text).toContain('Virus scan Nothing was found')
  })

  it('keeps an infected file away, and says so', async () => {
    const { location = '' } = await add(pdf('a VIRUS'))
    const page = await officer.get(location)
    expect(page.text).toContain('The virus scanner found something in this file. It was not kept.')
    expect(page.text).toContain('The virus scanner found “Test-Signature”. The file was not kept.')
    expect((await rows())[0]).toMatchObject({ scan: 'infected', content: null })
    expect((await officer.get(`${location}/download`)).status).toBe(404)
  })

  it('keeps nobody waiting for the database while it takes its time', async () => {
    scanner.isSilent = true
    const waiting = Array.from({ length: 12 }, (_, copy) => add(pdf(`Copy ${copy}`)))
    await vi.waitFor(() => expect(scanner.asked()).toBe(12), 10_000)
    expect((await files()).status).toBe(200)
    scanner.hangUp()
    const added = await Promise.all(waiting)
    expect(added.map(({ status }) => status)).toEqual(Array(12).fill(303))
    expect((await files()).text).toContain('Not scanned for viruses')
  })

  /** Asks for a scan, and does what was handed to the background. */
  async function scan(location = '') {
    const { platform } = service.running
    const asked: Record<string, string>[] = []
    const later = vi
      .spyOn(platform, 'later')
      .mockImplementation(async (_tx, _job, data) => void asked.push(data))
    const answer = await officer.post(`${location}/scan`, {})
    for (const data of asked) await scanFile.run(data, platform)
    later.mockRestore()
    return officer.get(answer.location ?? '')
  }

  it('looks later at what was kept while it did not answer', async () => {
    service.running.platform.config.clamdAddress = '127.0.0.1:1'
    const clean = await add(pdf('Dear Tariq'))
    const infected = await add(pdf('a VIRUS'))
    expect((await officer.get(clean.location ?? '')).text).toContain('could not be reached')
    service.running.platform.config.clamdAddress = scanner.address
    expect((await scan(clean.location)).text).toContain('The virus scanner is looking at the file')
    expect((await officer.get(clean.location ?? '')).text).toContain('Nothing was found')
    await scan(infected.location)
    expect((await officer.get(infected.location ?? '')).text).toContain('Infected: not kept')
    expect((await officer.get(`${infected.location}/download`)).status).toBe(404)
  })

  it('is not asked for a child who is not there, nor about a form that has been saved', async () => {
    const file = { field: 'file', name: 'letter.pdf', bytes: pdf('Dear Tariq') }
    const looks = () => scanner.received.length
    const before = looks()
    const elsewhere = '/children/01a20243-f06a-7b8d-9f9b-12787723bb3b/files/add'
    const turnedAway = await officer.attach(`/children/${childId}/files/add`, said, file, elsewhere)
    expect(turnedAway.status).toBe(404)
    expect(looks()).toBe(before)

    const { html } = await officer.get(`/children/${childId}/files/add`)
    const once = { _once: hiddenValue(html, '_once') ?? '' }
    const [first, again] = [await add(file.bytes, once), await add(file.bytes, once)]
    expect(first.status).toBe(303)
    expect(again.location).toBe(first.location)
    expect(looks()).toBe(before + 1)
    expect(await rows()).toHaveLength(1)
  })

  it('is believed once, and not of a file that is gone', async () => {
    service.running.platform.config.clamdAddress = undefined
    const added = [await add(pdf('a VIRUS')), await add(pdf('Dear Tariq'))]
    const [found = '', gone = ''] = added.map(({ location }) => location?.split('/').at(-1))
    const say = (fileId: string, ...said: ['infected' | 'clean' | 'not-scanned', string]) =>
      service.as(officer, tx => saveScan(tx, { fileId }, ...said))
    await say(found, 'not-scanned', 'It could not be reached')
    await say(found, 'infected', 'Test-Signature')
    await say(found, 'clean', '')
    await say(found, 'not-scanned', 'It could not be reached')
    await officer.fill(`${added[1]?.location}/remove`, { reason: 'Of another child' })
    await say(gone, 'infected', 'Test-Signature')
    const kept = (await rows()).map(row => [row.attachment_id, row.scan, row.content])
    expect(kept).toContainEqual([found, 'infected', null])
    expect(kept).toContainEqual([gone, 'not-scanned', null])
  })
})

describe('who may open a file', () => {
  it('with a note is whoever may read the note', async () => {
    const { location: note = '' } = await officer.fill(`/children/${childId}/notes/add`, {
      kind: 'other',
      day: '20/11/2026',
      text: 'With a letter',
      sensitivity: 'sensitive',
    })
    const bytes = pdf('Dear Tariq')
    const file = { field: 'file', name: 'letter.pdf', bytes }
    await officer.attach(`${note}/files/add`, { description: 'Letter of the aunt' }, file)
    const shown = await officer.get(note)
    expect(shown.text).toContain('Letter of the aunt Sensitive')
    const [location = ''] = /\/children\/[^"]+\/files\/[0-9a-f-]{36}/.exec(shown.html) ?? []
    const colleague = await service.person('officer')
    const support = await service.person('business-support')
    for (const who of [colleague, support]) {
      expect((await files(who)).text).not.toContain('aunt')
      for (const at of [location, `${location}/download`, `${location}/remove`])
        expect((await who.get(at)).status).toBe(404)
      expect((await who.get(`${note}/files/add`)).status).toBe(404)
    }
    expect((await colleague.get(`/children/${childId}/history`)).text).not.toContain('aunt')
    // The note becomes ordinary, and the file with it.
    await officer.fill(`${note}/edit`, {
      kind: 'other',
      day: '20/11/2026',
      text: 'x',
      sensitivity: 'ordinary',
    })
    expect((await colleague.get(location)).status).toBe(200)
    expect((await support.get(location)).status).toBe(404)
  })

  it('alone is said with the file', async () => {
    const { location = '' } = await add(pdf('Dear Tariq'), { sensitivity: 'sensitive' })
    expect((await officer.get(location)).status).toBe(200)
    expect((await (await service.person('officer')).get(location)).status).toBe(404)
    expect((await (await service.person('senior')).get(location)).status).toBe(200)
  })

  it('business support adds letters, an inspector only reads, the police do neither', async () => {
    const support = await service.person('business-support')
    const { location = '' } = await add(pdf('Dear Tariq'), {}, 'post.pdf', support)
    expect((await support.get(location)).status).toBe(200)
    const inspector = await service.person('inspector')
    expect((await inspector.get(location)).html).not.toContain('/remove"')
    expect((await inspector.get(`/children/${childId}/files/add`)).status).toBe(403)
    expect((await (await service.person('police-officer')).get(location)).status).toBe(403)
  })
})
