import { answerWords, form, readForm } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { sentFrom } from '../../platform/http/index.ts'
import { insertFeedback, insertSaidAndDone } from '../../record/feedback/index.ts'
import { faultsOf } from './arrive.ts'
import { type Chance, chance } from './chance.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf } from './making.ts'
import { feedbackSaid, type Giver, saidAndDone } from './wordsOfFeedback.ts'
import { toWorkingDay } from './workDays.ts'

/** Two quarters, and the days of this one. */
const mostDaysAgo = 270

/** How many in a hundred answer, where the work was done to its end. */
const answering: Readonly<Record<Giver, number>> = { child: 92, parent: 80, referrer: 70 }

/** How a case ends in which work was done. */
export const worked = ['completed', 'completed-in-part', 'stopped-coming']

/**
 * What children, parents and those who referred them said when the work ended, in choices and in words. Business support, who did not
 * work with them, has asked and typed it in. A manager has written down what was done because of it.
 */
export async function addFeedback(making: Making): Promise<void> {
  const by = chance(making.seed + 7)
  const ended = making.opened.filter(
    ({ ending, movedDaysAgo }) =>
      ending !== null && worked.includes(ending) && movedDaysAgo > 3 && movedDaysAgo <= mostDaysAgo,
  )
  await onBehalfOf(making, 'support@demo.throughline.invalid', async (tx, userId) => {
    const fresh = freshWords(by)
    const given = ended.flatMap(it => givenOf(making, by, it, fresh))
    await Promise.all(given.map(each => insertFeedback(tx, { ...each, by: userId })))
  })
  const { serviceId, today } = making
  await onBehalfOf(making, 'manager@demo.throughline.invalid', async (tx, userId) => {
    for (const { daysAgo, ...words } of saidAndDone) {
      const on = toWorkingDay(making, daysAgo)
      const whose = { serviceId, by: userId, at: atTime(making, on, '12:10') }
      await insertSaidAndDone(tx, { ...words, ...whose, since: today.subtract({ days: on }), endedOn: null })
    }
  })
}

/** Chooses words that nobody has said yet, as long as there are any. */
export function freshWords(by: Chance): (list: readonly string[]) => string {
  const used = new Set<string>()
  return list => {
    const left = list.filter(words => !used.has(words))
    if (left.length === 0) for (const words of list) used.delete(words)
    const words = by.one(left.length === 0 ? list : left)
    used.add(words)
    return words
  }
}

function givenOf(
  making: Making,
  by: Chance,
  { childId, involvementId, movedDaysAgo, pathway }: OpenedCase,
  fresh: ReturnType<typeof freshWords>,
) {
  const { serviceId, today } = making
  return practiceInUse().feedback.flatMap(asked => {
    if (asked.fromOutside) return []
    // The police refer everybody alike, and are asked elsewhere.
    const isAsked = asked.from !== 'referrer' || pathway !== 'diversion'
    if (!by.isIn(answering[asked.from]) || !isAsked) return []
    const typed = said(by, asked.from, fresh)
    const read = readForm(form({ id: asked.id, fields: asked.fields }), sentFrom(typed), today)
    if (!read.ok) throw new Error(`Feedback of the demonstration: ${faultsOf(read.errors)}`)
    const on = toWorkingDay(making, Math.max(1, movedDaysAgo - by.between(0, 3)))
    return [
      {
        ...{ serviceId, childId, involvementId, form: asked.id, answers: read.answers },
        way: by.isIn(70) ? ('device' as const) : ('paper' as const),
        words: answerWords(asked.fields, read.answers),
        at: atTime(making, on, '14:40'),
      },
    ]
  })
}

/** Most are content, some are not; words go with how it was, and not everybody writes any. */
function said(by: Chance, from: Giver, fresh: ReturnType<typeof freshWords>): Record<string, string> {
  const { choices, good, better } = feedbackSaid[from]
  const mood = by.isIn(72) ? 'glad' : by.isIn(60) ? 'between' : 'not'
  const chosen = Object.entries(choices).map(([name, values]) => [name, by.one(values[mood])])
  return {
    ...Object.fromEntries(chosen),
    ...(good.length > 0 && mood !== 'not' && by.isIn(70) ? { best: fresh(good) } : {}),
    ...(mood !== 'glad' || by.isIn(45) ? { better: fresh(better) } : {}),
  }
}
