import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeForums } from './forums.testkit.ts'

const panel = 'joint-decision-panel'
let t: Awaited<ReturnType<typeof makeForums>>
let hour = 8
beforeAll(async () => {
  t = await makeForums()
  await t.seat(panel, 'police', t.police)
  await t.seat(panel, 'health', t.health)
})
afterAll(() => t.service.close())

/** A meeting of today with so many children on its agenda. */
async function aRoom(children = 2) {
  hour += 1
  const meeting = await t.aMeeting(panel, '21/11/2026', `${String(hour).padStart(2, '0')}:00`)
  const meetingId = meeting.split('/').at(-1) ?? ''
  const items: string[] = []
  for (let index = 0; index < children; index += 1) {
    const child = await t.aChild(['Ada', 'Bo', 'Cy'][index])
    await t.officer.fill(`/children/${child.childId}/panels/bring/${panel}`, {
      meeting: meetingId,
      case: child.involvementId,
      why: 'A phone was taken',
      hopes: '',
      knows: 'yes',
    })
    const [row] = await t.service.asOwner('select item_id from forum_item where child_id = $1', [
      child.childId,
    ])
    items.push(String(row?.item_id))
  }
  return {
    meeting,
    room: `${meeting}/room`,
    items,
    item: (index: number) => `/panels/${panel}/items/${items[index]}`,
  }
}

/** An outcome with its score, as the panel says it. */
const scored = (decision: string) => ({
  decision,
  [`${decision}--decided-by`]: 'joint',
  [`${decision}--gravity-offence`]: '3',
  [`${decision}--gravity-final`]: '2',
  [`${decision}--departs`]: 'no',
})
const outcome22 = scored('outcome-22')

const begin = (room: string) => t.senior.post(`${room}/open`, {})
const show = (room: string, item: string | undefined) => t.senior.post(`${room}/show`, { item: item ?? '' })

describe('the room', () => {
  it('shows to all whom the chair has before them', async () => {
    const { room, items } = await aRoom()
    expect((await t.health.get(room)).text).toContain('Whoever leads begins the meeting')
    await begin(room)
    await show(room, items[1])
    const { text } = await t.health.get(room)
    expect(text).toContain('2 of 2')
    expect(text).toContain('A phone was taken')
    expect(text).toContain('What each agency brought')
  })

  it('is moved on only by whoever leads or looks after it', async () => {
    const { room, items } = await aRoom()
    expect((await t.health.post(`${room}/open`, {})).status).toBe(403)
    await begin(room)
    expect((await t.health.post(`${room}/show`, { item: items[0] ?? '' })).status).toBe(403)
    // The police lead this panel together with the service.
    expect((await t.police.post(`${room}/show`, { item: items[0] ?? '' })).location).toBe(room)
  })

  it('is not there for whoever only brings to the meeting', async () => {
    const { room, meeting } = await aRoom()
    await begin(room)
    expect((await t.officer.get(room)).status).toBe(404)
    expect((await t.officer.get(`${room}/live`)).status).toBe(404)
    expect((await t.officer.get(`${meeting}/minutes`)).status).toBe(404)
  })

  it('shows of another meeting nothing', async () => {
    const [one, other] = [await aRoom(1), await aRoom(1)]
    await begin(one.room)
    const sent = await show(one.room, other.items[0])
    expect(sent.location).toBe(one.room)
    expect((await t.police.get(one.room)).text).not.toContain('1 of 1')
  })

  it('leads back into itself once a decision is written down, and shows it to all', async () => {
    const { room, items, item } = await aRoom()
    await begin(room)
    await show(room, items[0])
    const sent = await t.senior.fill(`${item(0)}/decide`, {
      ...outcome22,
      reasons: 'It helps more than a caution',
      dissent: 'The police would have cautioned',
    })
    expect(sent.location, sent.text).toBe(room)
    const { text } = await t.police.get(room)
    expect(text).toContain('It helps more than a caution')
    expect(text).toContain('The police would have cautioned')
  })
})

describe('who is there', () => {
  it('is said by those who hold a seat, also by phone, and says whether the meeting can decide', async () => {
    const { room } = await aRoom()
    await begin(room)
    expect((await t.senior.get(room)).text).toContain('nobody is there for Police youth justice unit')
    await t.police.post(`${room}/here`, { seat: 'police', how: 'phone' })
    await t.health.post(`${room}/here`, { seat: 'health', how: 'here' })
    const { text } = await t.senior.get(room)
    expect(text).toContain('Police youth justice unit : Attended, by phone: Pat Police')
    expect(text).toContain('1 more seat has to be filled')
    expect((await t.health.post(`${room}/here`, { seat: 'police', how: 'here' })).status).toBe(403)
  })

  it('tells who stood in from who stayed away, and from who was no member then', async () => {
    const { room, meeting } = await aRoom()
    await begin(room)
    const marked = await t.senior.fill(`${meeting}/attendance`, {
      chair: 'attended',
      'chair--name': 'Sena Senior',
      police: 'represented',
      'police--name': 'Quin Constable',
      health: 'apologies',
    })
    expect(marked.location, marked.text).toBe(room)
    const { text } = await t.senior.get(`${meeting}/minutes`)
    expect(text).toMatch(/Police youth justice unit Police Represented Quin Constable/)
    expect(text).toMatch(/Sent apologies/)
    expect(text).toMatch(/Education Education Not a member then/)
  })
})

describe('what an agency brings', () => {
  it('stands before all, with who said it; or that it knows nothing', async () => {
    const { room, items, item } = await aRoom()
    await begin(room)
    await show(room, items[0])
    const sent = await t.health.fill(`${item(0)}/returns/health`, {
      'return-known': 'known',
      known: 'waiting',
      needs: 'Waits for a first talk since May',
      'return-by': 'Hana Health',
    })
    expect(sent.location, sent.text).toBe(item(0))
    expect((await t.police.get(room)).text).toContain('Waits for a first talk since May')
    await t.senior.fill(`${item(0)}/returns/education`, {
      'return-known': 'nothing',
      'return-by': 'Alec Dunmore',
    })
    expect((await t.police.get(room)).text).toContain('Knows nothing of this child. Alec Dunmore')
  })

  it('is brought for no other seat, and not once the meeting is over', async () => {
    const { room, item } = await aRoom()
    expect((await t.health.get(`${item(0)}/returns/hub`)).status).toBe(403)
    await begin(room)
    await t.senior.fill(`${room}/close`, { notes: '' })
    // What was not decided goes to the next meeting, and can be brought there.
    expect((await t.health.get(`${item(0)}/returns/health`)).status).toBe(200)
  })

  it('is not written over by somebody else who had it open', async () => {
    const { item } = await aRoom()
    const said = { 'return-known': 'known', known: 'no', 'return-by': 'Hana Health' }
    await t.health.fill(`${item(0)}/returns/health`, { ...said, needs: 'First' })
    const stale = await t.senior.fill(`${item(0)}/returns/health`, {
      ...said,
      needs: 'Second',
      _version: '0',
    })
    expect(stale.text).toContain('First')
    expect(stale.text).toContain('Second')
  })
})

describe('the end of a meeting', () => {
  it('takes what is not decided to the next, and leaves minutes that open in Word', async () => {
    const { room, meeting, items, item } = await aRoom()
    await begin(room)
    await show(room, items[0])
    await t.senior.fill(`${item(0)}/decide`, { ...scored('charge'), reasons: 'It was grave', dissent: '' })
    const next = await t.aMeeting(panel, '03/12/2026', `${hour}:30`)
    const ended = await t.senior.fill(`${room}/close`, { notes: 'Thanks to all' })
    expect(ended.location).toBe(`${meeting}/minutes`)
    const [row] = await t.service.asOwner('select meeting_id from forum_item where item_id = $1', [items[1]])
    expect(next.endsWith(String(row?.meeting_id))).toBe(true)
    const { text } = await t.senior.get(`${meeting}/minutes`)
    expect(text).toContain('Ada Brook')
    expect(text).not.toContain('Bo Brook')
    expect(text).toContain('Thanks to all')
    const file = await t.senior.get(`${meeting}/minutes.docx`)
    const parts = unzipSync(file.response.rawPayload)
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('It was grave')
  })
})

describe('what has to be done', () => {
  it('goes into the register of actions, in the name of whoever holds the seat, and into the minutes', async () => {
    const { room, meeting, items, item } = await aRoom()
    await begin(room)
    await show(room, items[0])
    const sent = await t.senior.fill(`${item(0)}/decide`, {
      ...outcome22,
      reasons: 'It helps more',
      dissent: '',
      actions: ['1', '2'],
      'actions-1-what': 'Tell the family',
      'actions-1-seat': 'police',
      'actions-1-by': '27/11/2026',
      'actions-2-what': 'Find a place in the boxing group',
      'actions-2-seat': 'education',
      'actions-2-by': '',
    })
    expect(sent.location, sent.text).toBe(room)
    const rows = await t.service.asOwner(
      `select what, owner_id, owner_words, due_on::text, source from action where about_id = $1 order by what desc`,
      [items[0]],
    )
    expect(rows).toEqual([
      {
        what: 'Tell the family',
        owner_id: t.police.userId,
        owner_words: '',
        due_on: '2026-11-27',
        source: 'panel',
      },
      {
        what: 'Find a place in the boxing group',
        owner_id: null,
        owner_words: 'Education',
        due_on: null,
        source: 'panel',
      },
    ])
    expect((await t.health.get(room)).text).toContain('Tell the family')
    expect((await t.senior.get(`${meeting}/minutes`)).text).toContain(
      'Tell the family Pat Police 27 November 2026',
    )
    expect((await t.police.get('/')).text).toContain('Tell the family')
    // Written down once more, nothing is set twice.
    await t.senior.fill(`${item(0)}/decide`, {
      ...outcome22,
      reasons: 'It helps much more',
      dissent: '',
    })
    const [count] = await t.service.asOwner('select count(*)::int as n from action where about_id = $1', [
      items[0],
    ])
    expect(count?.n).toBe(2)
  })
})
