import { ukZone } from '../../kernel/dutyHours.ts'
import { saveCopy, savePicture } from '../../record/easyRead/index.ts'
import { insertMessage, listOwnPages, makeOwnPage, saveCard } from '../../record/ownPage/index.ts'
import type { Plan } from '../../record/plans/index.ts'
import { type Making, onBehalfOf } from './making.ts'
import type { DemonstrationEmail } from './people.ts'
import { cards, ownWords, pictures, plainWords } from './wordsOfOwnPages.ts'

/** What children read of those of the demonstration who have said it. */
export async function addCards(making: Making): Promise<void> {
  const { serviceId, people } = making
  for (const { of, ...card } of cards) {
    const userId = people.get(of)?.userId
    if (userId)
      await onBehalfOf(making, of, tx => saveCard(tx, { serviceId, userId }, { ...card, version: 0 }))
  }
}

/** So many pages are made: enough to see one, and a PIN takes a moment to hash. */
const mostPages = 6

/**
 * The child’s copy of a plan in force, with pictures and plain words; for the first few a page of the child’s own, on which the
 * first two have said something.
 * @param index how many plans were written before
 */
export async function sharePlan(
  making: Making,
  holder: DemonstrationEmail,
  { plan, by, at, index }: { plan: Plan; by: string; at: Temporal.Instant; index: number },
): Promise<void> {
  const { serviceId, now, today } = making
  const { childId, planId, goals } = plan
  await onBehalfOf(making, holder, async tx => {
    for (const { lineId, words } of goals) {
      const picture = pictures[words]
      if (picture) await savePicture(tx, { serviceId, childId, lineId, picture })
    }
    const said = goals.flatMap(goal => [goal.words, ...goal.steps.map(({ words }) => words)])
    const words = said.flatMap(each => (plainWords[each] ? [{ said: each, plain: plainWords[each] }] : []))
    if (words.length > 0) await saveCopy(tx, { serviceId, childId, planId, language: 'en', words, by, at }, 0)
    if (index >= mostPages) return
    const expiresAt = today.add({ days: 60 }).toZonedDateTime(ukZone).toInstant()
    const shares = ['plan', 'meetings', 'people'] as const
    await makeOwnPage(tx, {
      ...{ serviceId, childId, whose: 'child', shares, language: 'en', by, at, expiresAt },
      madeByForm: undefined,
    })
    const [page] = await listOwnPages(tx, childId)
    const message = ownWords[index]
    if (page && message)
      await insertMessage(
        tx,
        { serviceId, childId, ownPageId: page.ownPageId },
        { appointmentId: null, words: message, at: now.subtract({ hours: 15 + index }) },
      )
  })
}
