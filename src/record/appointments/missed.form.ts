import { type NextStep, nextStepsOf } from '../../engine/codes/index.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { type Colleague, codeLabel as codeLabelIn, codeOptions, listCaution } from '../children/index.ts'
import type { Appointment } from './appointment.ts'

/** The list of codes for why an appointment was missed. */
const missedList = 'missed-reason'

/** The code that says that nobody knows why yet. */
const notKnownCode = 'not-known'

/** The answers to whether a reason is acceptable. Not known yet counts neither way, and is asked again later. */
export const judgements = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  {
    value: 'not-known',
    label: 'Not known yet',
    hint: 'It counts neither way, and is asked again when it is followed up.',
  },
] as const

type Judgement = (typeof judgements)[number]['value']

/** What an answer to whether a reason is acceptable is kept as. */
export const isAcceptableFrom = (answer: Judgement | undefined): boolean | null =>
  answer === 'yes' ? true : answer === 'no' ? false : null

/** What the question holds for what is kept of a missed one. */
export const judgementFrom = (isAcceptable: boolean | null): Judgement =>
  isAcceptable === null ? 'not-known' : isAcceptable ? 'yes' : 'no'

/**
 * Why a child did not come, and whether that is acceptable. The list says that it is the service's own where no source has
 * been read.
 */
export function missedFields(on: Temporal.PlainDate, held = '') {
  const caution = listCaution(missedList)
  return {
    cause: {
      kind: 'choice',
      label: 'Why was it missed?',
      isUnmarked: true,
      ...(caution === undefined ? {} : { hint: 'The service’s own list of reasons.' }),
      options: codeOptions(missedList, on, held),
    },
    why: {
      kind: 'textarea',
      label: 'What do the child or the family say?',
      maxLength: 2_000,
      rows: 3,
    },
    acceptable: {
      kind: 'choice',
      label: 'Is the reason acceptable?',
      hint: 'Illness, a bereavement or a mistake of ours, for example.',
      required: 'Say whether the reason is acceptable, or that it is not known yet',
      options: judgements,
    },
  } as const
}

/** What is known of why an appointment was missed: its code, and the reason in words. */
type Known = Pick<Appointment, 'missedCode' | 'missedReason' | 'reasonIsAcceptable'>

/** Whether the reason is still to be found out: nobody knew it, or whether it is acceptable. */
export const isStillToLearn = ({ missedCode, reasonIsAcceptable }: Known): boolean =>
  reasonIsAcceptable === null || missedCode === notKnownCode

/** The same questions, where they are asked again: what was said before stands in them, and can be left. */
export function learntFields(it: Known, on: Temporal.PlainDate) {
  const { cause, why } = missedFields(on, it.missedCode)
  const asked = {
    cause: { ...cause, hint: 'It was not known when this was recorded. Leave it if nobody knows yet.' },
    why,
  } as const
  const shown: Partial<typeof asked> = isStillToLearn(it) ? asked : {}
  // Not asked is not answered.
  return shown as typeof asked
}

/** What the questions hold before they are answered again: that nobody knew is not chosen for them. */
export function learntTyped({ missedCode, missedReason }: Known, on: Temporal.PlainDate) {
  const isOnlyTheCode = missedCode !== '' && codeLabel(missedCode, on) === missedReason
  return { cause: missedCode === notKnownCode ? '' : missedCode, why: isOnlyTheCode ? '' : missedReason }
}

/**
 * Why it was missed, as it is known now; undefined where nothing was learnt. Words that were recorded before stay unless
 * others are written.
 */
export function learntFrom(
  values: { cause: string | undefined; why: string },
  it: Known,
  on: Temporal.PlainDate,
): { code: string; reason: string } | undefined {
  if (!isStillToLearn(it)) return undefined
  const held = learntTyped(it, on)
  const { cause = '', why } = values
  if (cause === held.cause && (why === '' || why === held.why)) return undefined
  return { code: cause, reason: missedWords({ cause, why }, on) || it.missedReason }
}

/** Who said whether the reason is acceptable. */
export function judgedByField(staff: readonly Colleague[]) {
  return {
    kind: 'choice',
    as: 'select',
    label: 'Who says so?',
    hint: 'You, unless you choose somebody else.',
    options: staff.map(({ userId, name }) => ({ value: userId, label: name })),
  } as const
}

/** The reason in words: what was said, or the words of the code; '' where neither was given. */
export function missedWords({ cause, why }: Pick<Answers, string>, on: Temporal.PlainDate): string {
  if (typeof why === 'string' && why !== '') return why
  return typeof cause === 'string' && cause !== '' ? codeLabel(cause, on) : ''
}

/**
 * The words of a reason, without the caution that is said beside the list: of one that is not recorded any more those that it
 * had, and its code where the list has none.
 */
export function codeLabel(code: string, on: Temporal.PlainDate): string {
  return codeLabelIn(missedList, code, on)
}

/** The reasons that can be chosen on a day, and the one that is held. */
export function missedCodes(on: Temporal.PlainDate, held = '') {
  return codeOptions(missedList, on, held)
}

/** What a reason leads to, as its entry in the list says; nothing where no code was recorded. */
export function leadsTo(code: string): readonly NextStep[] {
  const list = findCodeList(practiceInUse(), missedList)
  return list ? nextStepsOf(list, code) : []
}

/** Said where neither a reason was chosen nor anything written. */
export const noReason = {
  field: 'cause',
  message: 'Choose why it was missed, or write it: “not known yet” is an answer',
}
