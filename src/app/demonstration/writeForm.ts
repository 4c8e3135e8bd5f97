import { isComplete, progressOf, versionOn } from '../../engine/assessments/index.ts'
import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  answerSection,
  askSection,
  findAssessment,
  insertAssessment,
  insertComment,
  listSignings,
  type OpenedAssessment,
  type SigningKind,
  signAssessment,
} from '../../record/assessments/index.ts'
import { type Child, loadChild } from '../../record/children/index.ts'
import { outbox } from './addCase.ts'
import type { Chance } from './chance.ts'
import { answered, type FormSaid } from './formSaid.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf } from './making.ts'
import { type DemonstrationEmail, demonstrationService } from './people.ts'
import { saidInAll } from './wordsOfForms.ts'
import { comments, countersignedBecause, givenBackBecause, signedWith } from './wordsOfLongForms.ts'
import { toWorkingDay } from './workDays.ts'

const senior: DemonstrationEmail = 'senior@demo.throughline.invalid'

/** A form that somebody writes about a child. */
export type FormToWrite = {
  form: string
  said: FormSaid
  /** On which day it is written, at the latest; and at what time it is begun. */
  daysAgo: number
  time?: string
  writer: DemonstrationEmail
  /** How it stands: signed by all who must, waiting for a senior, given back with comments, or half written. */
  ends: 'signed' | 'sent' | 'returned' | 'half'
}

/** How long somebody writes at a part. */
const minutesForAPart = 7

/** Writes a form part by part, and lets it be signed, as the pages do. */
export async function writeForm(
  making: Making,
  by: Chance,
  about: OpenedCase,
  { form, said, daysAgo, time = '10:00', writer, ends }: FormToWrite,
): Promise<void> {
  const at = atTime(making, toWorkingDay(making, daysAgo, writer), time)
  const { assessmentId, until } = await onBehalfOf(making, writer, async (tx, userId) => {
    const begun = await begin(tx, making, about, { form, at, userId })
    const writing = { ...begun, by, userId, at, said: { ...saidInAll, ...said }, isHalf: ends === 'half' }
    const until = await answerAll(tx, making, writing)
    if (ends !== 'half') await sign(tx, making, begun.it, userId, until, 'signed', by.one(signedWith))
    return { assessmentId: begun.it.assessmentId, until }
  })
  if (ends === 'half' || ends === 'sent') return
  await onBehalfOf(making, senior, async (tx, userId) => {
    const it = await found(tx, about.childId, assessmentId)
    if (it.state !== 'sent') return
    const nextDay = atTime(making, toWorkingDay(making, Math.max(1, daysAgo - 1)), '15:00')
    const after = until.add({ minutes: 50 })
    const decidedAt = Temporal.Instant.compare(nextDay, after) > 0 ? nextDay : after
    if (ends === 'signed')
      return sign(tx, making, it, userId, decidedAt, 'countersigned', by.one(countersignedBecause))
    const whose = { serviceId: making.serviceId, childId: about.childId, assessmentId, by: userId }
    for (const comment of comments) await insertComment(tx, { ...whose, at: decidedAt }, comment)
    await sign(tx, making, it, userId, decidedAt, 'returned', givenBackBecause)
  })
}

async function begin(
  tx: Work,
  { serviceId, today }: Making,
  { childId, involvementId }: OpenedCase,
  { form, at, userId }: { form: string; at: Temporal.Instant; userId: string },
): Promise<{ it: OpenedAssessment; child: Child }> {
  const definition = findAssessmentForm(practiceInUse(), form)
  const wording = definition && versionOn(definition, today)?.id
  const child = await loadChild(tx, childId)
  if (wording === undefined || !child) throw new Error(`The demonstration cannot begin the form ${form}`)
  const begun = { serviceId, childId, involvementId, form, wording, by: userId, at }
  return { it: await found(tx, childId, await insertAssessment(tx, begun)), child }
}

async function found(tx: Work, childId: string, assessmentId: string): Promise<OpenedAssessment> {
  const it = await findAssessment(tx, childId, assessmentId)
  if (!it) throw new Error('A form of the demonstration is not there')
  return it
}

type Writing = {
  it: OpenedAssessment
  child: Child
  by: Chance
  userId: string
  at: Temporal.Instant
  said: FormSaid
  isHalf: boolean
}

/** Answers the parts that apply, one after the other. @returns when the last was saved */
async function answerAll(
  tx: Work,
  { serviceId }: Making,
  { it, child, by, userId, at, said, isHalf }: Writing,
): Promise<Temporal.Instant> {
  const on = dayInUk(at)
  const ids = Object.keys(it.asked.sections)
  let [answers, now] = [it.answers, at]
  const done = new Set<string>()
  for (const id of isHalf ? ids.slice(0, Math.ceil(ids.length / 2)) : ids) {
    if (!progressOf(it.asked, answers, done).some(each => each.id === id)) continue
    now = now.add({ minutes: minutesForAPart })
    const own = it.asked.sections[id]?.fields ?? {}
    const asked = await askSection(tx, { ...it, answers }, id, { child, today: on })
    const its = answered(own, asked, said, { by, on })
    if (!(await answerSection(tx, { serviceId, by: userId, at: now }, it, id, its)))
      throw new Error(`“${id}” of a form of the demonstration could not be saved`)
    answers = { ...answers, ...its }
    done.add(id)
  }
  const progress = progressOf(it.asked, answers, done)
  if (isHalf || isComplete(progress)) return now
  const missing = progress.flatMap(({ id, missing }) => missing.map(name => `${id}: ${name}`))
  throw new Error(`The form ${it.form} of the demonstration lacks ${missing.join(', ')}`)
}

async function sign(
  tx: Work,
  making: Making,
  { childId, assessmentId }: OpenedAssessment,
  userId: string,
  at: Temporal.Instant,
  kind: SigningKind,
  words: string,
): Promise<void> {
  const { serviceId } = making
  const it = await found(tx, childId, assessmentId)
  const child = await loadChild(tx, childId)
  const who = { serviceId, userId, serviceName: demonstrationService }
  const recorder = { tx, who, now: at, today: dayInUk(at), platform: outbox(making) }
  const signings = await listSignings(tx, it)
  if (!child || !(await signAssessment(recorder, { it, child, signings }, { kind, words })))
    throw new Error(`The form ${it.form} of the demonstration could not be ${kind}`)
}
