import type { JudgementChange } from '../../engine/assessments/index.ts'
import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  assessmentPath,
  changedJudgements,
  eventsOf,
  type FormClock,
  formTitle,
  listGivenBack,
  listToCountersign,
  signedLast,
  waitingClocks,
} from '../assessments/index.ts'
import { planPath } from '../children/index.ts'
import { listPlansGivenBack, listPlansToCountersign } from '../plans/index.ts'

/** Something that was signed and waits for a senior, whichever slice it is of. */
export type ToCountersign = {
  key: string
  href: string
  title: string
  childId: string
  childName: string
  signedById: string
  signedBy: string
  /** Whoever signed it or wrote in it: another countersigns. */
  notFor: readonly string[]
  signedAt: Temporal.Instant
  /** The clock that runs for it; undefined where none is defined. */
  clock: FormClock | undefined
  /** Judgements at another level than the last time. */
  changes: readonly JudgementChange[]
}

/** Everything that waits to be countersigned, what was signed first before the rest. */
export async function listWaiting(tx: Work, now: Temporal.Instant): Promise<ToCountersign[]> {
  const { calendars, planClocks } = practiceInUse()
  const [forms, plans] = await Promise.all([listToCountersign(tx), listPlansToCountersign(tx)])
  const judgements = await changedJudgements(tx, forms)
  const ofForms = forms.flatMap((it): ToCountersign[] => {
    const signed = signedLast(it.signings)
    const definition = findAssessmentForm(practiceInUse(), it.form)
    const clocks = definition && waitingClocks(definition, eventsOf(it, it.signings), now, calendars)
    return signed
      ? [
          {
            key: it.assessmentId,
            href: assessmentPath.to(it),
            title: formTitle(it.form),
            childId: it.childId,
            childName: it.childName,
            signedById: signed.signedById,
            signedBy: signed.signedBy,
            notFor: [signed.signedById, ...it.writtenByIds],
            signedAt: signed.signedAt,
            clock: clocks?.[0],
            changes: judgements.get(it.assessmentId) ?? [],
          },
        ]
      : []
  })
  const ofPlans = plans.map(
    (it): ToCountersign => ({
      ...it,
      key: it.planId,
      href: planPath.to(it),
      title: 'Plan',
      notFor: [it.signedById, ...it.writtenByIds],
      clock: waitingClocks({ clocks: planClocks }, [{ step: 'signed', at: it.signedAt }], now, calendars)[0],
      changes: [],
    }),
  )
  return [...ofForms, ...ofPlans].toSorted((a, b) => Temporal.Instant.compare(a.signedAt, b.signedAt))
}

/** Something that a senior gave back to whoever signed it, with the words that came with it. */
export type GivenBack = Pick<
  ToCountersign,
  'key' | 'href' | 'title' | 'childId' | 'childName' | 'signedById' | 'signedBy'
> & {
  words: string
}

/** What was given back and is to be written on: to somebody or to whom they cover for today; to everybody where nobody is named. */
export async function listGivenBackTo(
  tx: Work,
  whose?: { userId: string; today: Temporal.PlainDate },
): Promise<GivenBack[]> {
  const [forms, plans] = await Promise.all([listGivenBack(tx, whose), listPlansGivenBack(tx, whose)])
  return [
    ...forms.flatMap(it => {
      const signed = it.signings.findLast(({ kind }) => kind === 'signed')
      return signed
        ? [
            {
              key: it.assessmentId,
              href: assessmentPath.to(it),
              title: formTitle(it.form),
              childId: it.childId,
              childName: it.childName,
              signedById: signed.signedById,
              signedBy: signed.signedBy,
              words: it.signings.at(-1)?.words ?? '',
            },
          ]
        : []
    }),
    ...plans.map(it => ({ ...it, key: it.planId, href: planPath.to(it), title: 'Plan' })),
  ]
}
