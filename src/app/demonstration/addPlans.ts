import { insertVictim, insertVictimContact } from '../../harm/victims/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  insertVoice,
  neutralName,
  type Strand,
  saveSilence,
  signPlan,
  type WholePlan,
  writePlan,
} from '../../record/plans/index.ts'
import { addCards, sharePlan } from './addOwnPages.ts'
import { type Chance, chance } from './chance.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf, userId } from './making.ts'
import type { DemonstrationEmail } from './people.ts'
import {
  deliveries,
  goalsOf,
  harmedPeople,
  howMade,
  ifThen,
  notHeardYet,
  returnedBecause,
  seniorSays,
  wishesOf,
} from './wordsOfPlans.ts'
import { toWorkingDay } from './workDays.ts'

const senior: DemonstrationEmail = 'senior@demo.throughline.invalid'
const victimWorker: DemonstrationEmail = 'victims@demo.throughline.invalid'
const strands: readonly Strand[] = ['good-life', 'child-safe', 'others-safe']

/** How a plan of the demonstration stands: most are in force, a few are not yet. */
type Ends = 'in-force' | 'sent' | 'returned' | 'open'

/**
 * A plan for every child with whom somebody works now: goals in three strands with steps and marks, signed and countersigned;
 * a few that wait, were given back, or are being written. Where somebody was harmed and agreed, the victim worker has spoken with them.
 */
export async function addPlans(making: Making): Promise<void> {
  const by = chance(making.seed + 5)
  const open = making.opened.filter(({ ending }) => ending === null)
  await addCards(making)
  let plans = 0
  for (const it of open) {
    const daysAgo = toWorkingDay(making, Math.max(2, Math.min(it.movedDaysAgo, 60)))
    const harmed = it.victimAgreed ? await addVictim(making, by, it, daysAgo) : undefined
    if (!it.isActive || it.holder === undefined) continue
    await addPlan(making, by, it, { ends: endOf(plans), daysAgo, harmed, index: plans })
    plans += 1
  }
}

function endOf(index: number): Ends {
  if (index % 9 === 4) return 'sent'
  if (index % 11 === 7) return 'returned'
  return index % 7 === 5 ? 'open' : 'in-force'
}

/** Whoever the child harmed, and whether the victim worker has heard what they wish. */
type Harmed = { victimId: string; isHeard: boolean }

type About = { ends: Ends; daysAgo: number; harmed: Harmed | undefined }
type Numbered = About & { index: number }

async function addPlan(
  making: Making,
  by: Chance,
  it: OpenedCase,
  { ends, daysAgo, harmed, index }: Numbered,
) {
  const { serviceId, people } = making
  const holder = it.holder
  if (holder === undefined) return
  const at = atTime(making, daysAgo, '11:00')
  const whole = planOf(making, by, it, { ends, daysAgo, harmed })
  const worker = people.get(holder)?.userId ?? ''
  const whose = { serviceId, childId: it.childId, by: worker, at }
  const plan = await onBehalfOf(making, holder, async tx => {
    const written = await writePlan(tx, whose, whole)
    // Nobody who was harmed is left out of a plan that is signed: their wishes are known, or why they are not.
    if (ends !== 'open' && harmed?.isHeard === false)
      await saveSilence(tx, { ...whose, planId: written.planId, ...harmed, words: by.one(notHeardYet) }, 0)
    if (ends !== 'open') await signPlan(tx, written, { ...whose, kind: 'signed', words: by.one(howMade) })
    return written
  })
  if (ends === 'open' || ends === 'sent') return
  await onBehalfOf(making, senior, tx =>
    signPlan(
      tx,
      // Signed once since it was written.
      { ...plan, state: 'sent', version: plan.version + 1 },
      {
        ...{
          serviceId,
          by: userId(making, senior),
          at: atTime(making, toWorkingDay(making, daysAgo - 1), '15:00'),
        },
        ...(ends === 'returned'
          ? { kind: 'returned' as const, words: returnedBecause }
          : { kind: 'countersigned' as const, words: by.one(seniorSays) }),
      },
    ),
  )
  if (ends === 'in-force') await sharePlan(making, holder, { plan, by: worker, at, index })
}

function planOf(
  { today, people }: Making,
  by: Chance,
  it: OpenedCase,
  { ends, daysAgo, harmed }: About,
): WholePlan {
  const startsOn = today.subtract({ days: daysAgo })
  const workerId = (it.holder && people.get(it.holder)?.userId) ?? null
  return {
    involvementId: it.involvementId,
    startsOn,
    reviewOn: startsOn.add({ months: 3 }),
    level: by.one(['standard', 'standard', 'enhanced', 'intensive']),
    delivery: by.one(deliveries),
    harmed: harmed || it.whyNotAsked !== '' ? 'yes' : 'no',
    noWishesReason: it.whyNotAsked,
    goals: strands.map(strand => {
      const { words, why, low, high, steps } = by.one(goalsOf[strand])
      return {
        ...{ strand, words, why, lowWords: low, highWords: high },
        steps: steps.map((step, index) => {
          const isDone = ends === 'in-force' && daysAgo > 20 && index === 0 && by.isIn(60)
          return {
            words: step.words,
            who: step.who,
            whoUserId: step.who === 'worker' ? workerId : null,
            whoWords: step.other ?? '',
            dueOn: by.isIn(85) ? startsOn.add({ days: 14 + by.between(0, 60) }) : null,
            state: isDone ? ('done' as const) : ('to-do' as const),
            stateOn: isDone ? startsOn.add({ days: by.between(3, Math.max(3, daysAgo - 2)) }) : null,
            stateWords: '',
          }
        }),
        progress: ends === 'in-force' ? marksOf(by, startsOn, daysAgo) : [],
      }
    }),
    contingencies: by.some(ifThen, by.between(0, 2)).map(([ifWords, thenWords, whoWords]) => ({
      ifWords,
      thenWords,
      whoWords,
    })),
  }
}

/** A mark at the beginning, and one lately where there was time: mostly better, not always. */
function marksOf(by: Chance, startsOn: Temporal.PlainDate, daysAgo: number) {
  const first = by.between(1, 5)
  const marks = [{ mark: first, saidBy: 'child' as const, words: '', on: startsOn }]
  if (daysAgo < 25) return marks
  const later = Math.max(0, Math.min(10, first + by.between(-1, 4)))
  return [
    ...marks,
    { mark: later, saidBy: 'child' as const, words: '', on: startsOn.add({ days: daysAgo - 3 }) },
  ]
}

/** Somebody who was harmed, passed on by the police; of most the victim worker has said what they wish. */
async function addVictim(making: Making, by: Chance, it: OpenedCase, daysAgo: number): Promise<Harmed> {
  const { serviceId } = making
  const whom = by.one(harmedPeople)
  const police: DemonstrationEmail = 'police@demo.throughline.invalid'
  const passedOn = atTime(making, toWorkingDay(making, daysAgo + 3), '10:30')
  const voice = { serviceId, childId: it.childId, knownAs: whom.knownAs }
  const silent = { wishes: [], wishesWords: '', noWishesReason: '', safetyWords: '' }
  const victimId = await onBehalfOf(making, police, async tx => {
    const id = await insertVictim(tx, {
      ...{ serviceId, childId: it.childId, by: userId(making, police), at: passedOn },
      ...{ kind: whom.kind, name: whom.name, knownAs: whom.knownAs, ageGroup: whom.ageGroup },
      ...{ phone: '07700 900150', email: '', address: '', language: '', needs: '', policeReference: '' },
      ...{ safeContact: whom.safeContact, safety: whom.safety, whatHappened: whom.what },
      ...{
        consent: 'yes',
        consentOn: dayInUk(passedOn).subtract({ days: 1 }),
        consentWords: 'To the police',
      },
    })
    const knownAs = await neutralName(tx, it.childId)
    await insertVoice(tx, {
      ...{ ...voice, ...silent, knownAs },
      ...{ victimId: id, by: userId(making, police), at: passedOn },
    })
    return id
  })
  if (by.isIn(25)) return { victimId, isHeard: false }
  await onBehalfOf(making, victimWorker, tx => hear(tx, making, by, { victimId, voice, daysAgo }))
  return { victimId, isHeard: true }
}

type Heard = {
  victimId: string
  voice: { serviceId: string; childId: string; knownAs: string }
  daysAgo: number
}

async function hear(
  tx: Work,
  making: Making,
  by: Chance,
  { victimId, voice, daysAgo }: Heard,
): Promise<void> {
  const me = userId(making, victimWorker)
  const at = atTime(making, toWorkingDay(making, daysAgo + 1), '15:20')
  await insertVictimContact(tx, {
    ...{ serviceId: making.serviceId, victimId, by: me, recordedAt: at, at },
    ...{ way: 'phone', wasReached: true, words: 'Told them what we do. They said what they wish.' },
  })
  const { wishes, words, safety } = by.one(wishesOf)
  await insertVoice(tx, {
    ...{ ...voice, victimId, wishes, wishesWords: words, safetyWords: safety },
    ...{ noWishesReason: '', by: me, at },
  })
}
