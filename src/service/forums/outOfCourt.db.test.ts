import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeForums } from './forums.testkit.ts'

const panel = 'joint-decision-panel'
let t: Awaited<ReturnType<typeof makeForums>>
let hour = 7
beforeAll(async () => {
  t = await makeForums()
})
afterAll(() => t.service.close())

/** A child with a case out of court that stands at a stage, before a panel of today. */
async function beforeThePanel(stage: string) {
  hour += 1
  const meeting = await t.aMeeting(panel, '21/11/2026', `${String(hour).padStart(2, '0')}:00`)
  const child = await t.aChild('Ada', stage, 'out-of-court')
  await t.officer.fill(`/children/${child.childId}/panels/bring/${panel}`, {
    meeting: meeting.split('/').at(-1) ?? '',
    case: child.involvementId,
    why: 'A push in a shop',
    hopes: '',
    knows: 'yes',
  })
  const [row] = await t.service.asOwner('select item_id from forum_item where child_id = $1', [child.childId])
  const stageNow = async () => {
    const [it] = await t.service.asOwner('select stage, ending from involvement where involvement_id = $1', [
      child.involvementId,
    ])
    return it
  }
  return { ...child, item: `/panels/${panel}/items/${row?.item_id}`, stageNow }
}

const said = (decision: string) => ({
  decision,
  [`${decision}--decided-by`]: 'police',
  [`${decision}--decided-by-reason-police`]: 'The panel could not agree on a caution',
  [`${decision}--gravity-offence`]: '4',
  [`${decision}--aggravating`]: 'It was planned',
  [`${decision}--mitigating`]: 'The child has put it right',
  [`${decision}--gravity-final`]: '3',
  [`${decision}--departs`]: 'yes',
  [`${decision}--departs-reason-yes`]: 'The child is doing well',
  reasons: 'It helps more than a caution',
  dissent: '',
})

describe('what the panel decides out of court', () => {
  it('is written into the case, with the score and who decided', async () => {
    const it = await beforeThePanel('ready')
    const sent = await t.senior.fill(`${it.item}/decide`, said('outcome-22'))
    expect(sent.location, sent.text).toBe(it.item)
    expect(await it.stageNow()).toEqual({ stage: 'decided', ending: null })
    const { text } = await t.officer.get(`/children/${it.childId}/cases/${it.involvementId}`)
    expect(text).toContain('Decision recorded')
    expect(text).toContain('The panel could not agree on a caution')
    expect(text).toContain('It helps more than a caution')
  })

  it('ends the case where nothing follows', async () => {
    const it = await beforeThePanel('ready')
    await t.senior.fill(`${it.item}/decide`, said('no-further-action'))
    expect((await it.stageNow())?.ending).toBe('no-further-action')
  })

  it('does not move a case in which whoever was harmed has not been heard, and says so', async () => {
    const it = await beforeThePanel('assessed')
    const sent = await t.senior.fill(`${it.item}/decide`, said('outcome-22'))
    expect(sent.location).toBe(it.item)
    expect(await it.stageNow()).toEqual({ stage: 'assessed', ending: null })
  })

  it('is not changed at the panel once the case has moved on by it', async () => {
    const it = await beforeThePanel('ready')
    await t.senior.fill(`${it.item}/decide`, said('outcome-22'))
    const again = await t.senior.fill(`${it.item}/decide`, said('charge'))
    expect(again.status).toBe(422)
    expect(again.text).toContain('Correct it in the case first')
    // Other words for the same decision are kept.
    await t.senior.fill(`${it.item}/decide`, { ...said('outcome-22'), reasons: 'It helps much more' })
    expect((await t.senior.get(it.item)).text).toContain('It helps much more')
    const [count] = await t.service.asOwner(
      `select count(*)::int as n from milestone where involvement_id = $1 and step = 'decide-outcome'`,
      [it.involvementId],
    )
    expect(count?.n).toBe(1)
  })
})
