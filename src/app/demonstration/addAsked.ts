import { formFromOutside } from '../../engine/feedback/index.ts'
import { answerWords, form, readForm } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { sentFrom } from '../../platform/http/index.ts'
import { insertTry, type NewTry } from '../../record/asking/index.ts'
import { insertFeedback, markRead, readUnread, wordsAsked } from '../../record/feedback/index.ts'
import { freshWords, worked } from './addFeedback.ts'
import { faultsOf } from './arrive.ts'
import { type Chance, chance } from './chance.ts'
import { atTime, type Making, onBehalfOf } from './making.ts'
import { whereToNowSaid } from './wordsOfFeedback.ts'
import { toWorkingDay } from './workDays.ts'

/** Three quarters, the one that runs among them. */
const mostDaysAgo = 270

/**
 * What children said at the end of the work to somebody who had no part in it: most have been asked about three weeks after the end,
 * some could not be reached or did not want to, and those of the last weeks are still to be asked.
 */
export async function addAsked(making: Making): Promise<void> {
  const asked = formFromOutside(practiceInUse().feedback)
  if (!asked) return
  const by = chance(making.seed + 11)
  const fresh = freshWords(by)
  const ended = making.opened.filter(
    ({ ending, movedDaysAgo }) => ending !== null && worked.includes(ending) && movedDaysAgo <= mostDaysAgo,
  )
  await onBehalfOf(making, 'participation@demo.throughline.invalid', async (tx, userId) => {
    for (const { childId, involvementId, movedDaysAgo } of ended) {
      const daysAgo = movedDaysAgo - by.between(14, 28)
      if (daysAgo < 1) continue
      const at = atTime(making, toWorkingDay(making, daysAgo), '15:50')
      const of = { serviceId: making.serviceId, childId, involvementId, form: asked.id, by: userId, at }
      const outcome = outcomeOf(by)
      if (outcome !== 'said') {
        const againOn = outcome === 'later' ? making.today.add({ days: by.between(2, 12) }) : undefined
        await insertTry(tx, { ...of, outcome, againOn, note: noteOf[outcome] })
        continue
      }
      const read = readForm(
        form({ id: asked.id, fields: asked.fields }),
        sentFrom(said(by, fresh)),
        making.today,
      )
      if (!read.ok)
        throw new Error(`What was said from outside in the demonstration: ${faultsOf(read.errors)}`)
      const words = answerWords(asked.fields, read.answers)
      await insertFeedback(tx, { ...of, way: 'device', answers: read.answers, words })
    }
  })
}

function outcomeOf(by: Chance): NewTry['outcome'] | 'said' {
  if (by.isIn(68)) return 'said'
  return by.one(['not-reached', 'not-reached', 'later', 'declined'] as const)
}

const noteOf: Readonly<Record<NewTry['outcome'], string>> = {
  'not-reached': 'Rings after four in the afternoon are best.',
  later: 'Has exams first.',
  declined: '',
}

function said(by: Chance, fresh: ReturnType<typeof freshWords>): Record<string, string> {
  const { choices, words, unfair } = whereToNowSaid
  const mood = by.isIn(74) ? 'glad' : by.isIn(60) ? 'between' : 'not'
  const isFair = by.isIn(84)
  return {
    ...Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, by.one(values[mood])])),
    ...Object.fromEntries(
      Object.entries(words).flatMap(([name, list]) => (by.isIn(60) ? [[name, fresh(list)]] : [])),
    ),
    'fair-to-me': isFair ? 'yes' : 'a-bit',
    ...(isFair ? {} : { unfair: fresh(unfair) }),
  }
}

/** What was said in words before the last days has been read by a manager: that of the last days still stands on the day. */
export async function readWords(making: Making): Promise<void> {
  const since = atTime(making, toWorkingDay(making, unreadDays), '00:00')
  await onBehalfOf(making, 'manager@demo.throughline.invalid', async (tx, userId) => {
    const unread = await readUnread(tx, { ...wordsAsked(practiceInUse().feedback), outside: [] })
    const read = unread.filter(({ givenAt }) => Temporal.Instant.compare(givenAt, since) < 0)
    await markRead(
      tx,
      read.map(({ feedbackId }) => feedbackId),
      { by: userId, at: since },
    )
  })
}

/** For so many days what was said waits to be read. */
const unreadDays = 10
