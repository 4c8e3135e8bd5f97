import { fieldsOf } from '../../engine/assessments/index.ts'
import { needsSaid, toldRecord } from '../../engine/forms/index.ts'
import { holdStepByForm, type StepRecorder, takeStepByForm } from '../cases/index.ts'
import { type Child, insertTold } from '../children/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import { findAssessment } from './assessmentQueries.ts'
import { recordNeeds } from './foundNeedQueries.ts'
import { keepResults } from './resultQueries.ts'
import { resultsNow } from './results.ts'
import { type Signing, type SigningKind, signedLast, stateAfter } from './signing.ts'
import { insertSigning } from './signingQueries.ts'

type ToSign = { it: OpenedAssessment; child: Child; signings: readonly Signing[] }

/**
 * Signs, countersigns, gives back, takes back or sets aside a form as it was read; what is worked out is kept with a first signature.
 * With the last one, what it says of fields of the record and of needs that are not met is written there, and a step of its case that the form takes is taken.
 * @returns what the milestone of that step says, where there was one; undefined where somebody has signed or changed it since
 */
export async function signAssessment(
  recorder: StepRecorder & { today: Temporal.PlainDate },
  { it, child, signings }: ToSign,
  { kind, words, takesUp }: { kind: SigningKind; words: string; takesUp?: readonly string[] },
): Promise<{ done: string | undefined } | undefined> {
  const { tx, who, now, today } = recorder
  const becomes = stateAfter(it.state, kind, it.definition)
  const { childId, assessmentId, version, involvementId } = it
  // The case is held before the form is: whoever records a step holds it first, too.
  const step =
    becomes === 'signed' && involvementId !== null
      ? await holdStepByForm(recorder, involvementId, it.form)
      : undefined
  const isDone =
    becomes !== undefined &&
    (await insertSigning(tx, {
      ...{ serviceId: who.serviceId, childId, assessmentId, version },
      ...{ kind, words, becomes, by: who.userId, at: now },
      ...(takesUp ? { takesUp } : {}),
    }))
  if (!isDone) return undefined
  // As the answers are now that the form is held: somebody may have saved a part since the page was opened.
  const held = (await findAssessment(tx, childId, assessmentId)) ?? it
  if (it.state === 'open') {
    const whose = { serviceId: who.serviceId, childId, assessmentId, at: now }
    await keepResults(tx, whose, resultsNow(held, child, today))
  }
  const last = signedLast(signings)
  const signed = { by: last?.signedById ?? who.userId, at: last?.signedAt ?? now }
  if (becomes === 'signed') {
    const whose = { serviceId: who.serviceId, childId, assessmentId, ...signed }
    const fields = fieldsOf(held.asked)
    await insertTold(tx, whose, toldRecord(fields, held.given))
    await recordNeeds(
      tx,
      { ...whose, form: it.form, title: it.definition.title, now },
      needsSaid(fields, held.given),
    )
  }
  return { done: step && (await takeStepByForm(recorder, step, held.given, signed)) }
}
