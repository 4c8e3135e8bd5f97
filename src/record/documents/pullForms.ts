import { fieldsOf } from '../../engine/assessments/index.ts'
import type { FormSource, SignedFormSource } from '../../engine/documents/index.ts'
import { type Answers, answerWords, chosenIn, reasonKey } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  cautionsOf,
  findAssessment,
  listAssessments,
  listSignings,
  type OpenedAssessment,
  resultsOf,
  type Signing,
  signedLast,
  signingWords,
} from '../assessments/index.ts'
import type { Child } from '../children/index.ts'

/** Who signed something and when, a line each: what was given back or taken back does not leave the service. */
export const signedLines = (signings: readonly Signing[]): string[] =>
  signings
    .filter(({ kind }) => kind === 'signed' || kind === 'countersigned')
    .map(
      ({ kind, signedBy, signedAt }) =>
        `${signingWords[kind]} by ${signedBy}, ${writeMoment(signedAt, ukZone)}`,
    )

/** A long form with all its questions and answers; undefined where there is none of this id about the child. */
export async function pullForm(
  tx: Work,
  child: Child,
  assessmentId: string,
  today: Temporal.PlainDate,
): Promise<FormSource | undefined> {
  const it = await findAssessment(tx, child.childId, assessmentId)
  if (!it) return undefined
  const [signings, results] = await Promise.all([listSignings(tx, it), resultsOf(tx, it, child, today)])
  const cautions = cautionsOf(it)
  return {
    title: it.definition.title,
    isOurs: it.definition.ours ?? false,
    signed: signedLines(signings.filter(signing => isStillHeld(signing, signings))),
    sections: it.progress.map(({ id, section }) => ({
      title: section.title,
      under: section.under ?? '',
      answers: answerWords(section.fields, givenIn(it, id)).map(({ question, answer }) => ({
        name: question,
        words: answer,
      })),
    })),
    workedOut: results.map(({ name, label, words, whyNone }) => ({
      name: label,
      words: [words === '' ? `None. ${whyNone}` : words, cautions[name] ?? ''].filter(Boolean).join('\n'),
    })),
  }
}

/** What a section says: the answers that were saved with it to what is asked. */
function givenIn({ saved, given }: OpenedAssessment, section: string): Answers {
  const answers = saved.get(section)?.answers ?? {}
  return Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(given, name)))
}

/** Signatures from the last one on: what was signed before something was given back no longer counts. */
function isStillHeld(signing: Signing, all: readonly Signing[]): boolean {
  const last = signedLast(all)
  return last !== undefined && all.indexOf(signing) >= all.indexOf(last)
}

/**
 * The last signed form of each kind that is quoted, with the answers that are asked for, and their reasons. Forms that wait for a
 * senior are not signed yet.
 */
export async function pullSignedForms(
  tx: Work,
  childId: string,
  quotes: Readonly<Record<string, readonly string[]>>,
): Promise<Record<string, SignedFormSource | undefined>> {
  const all = await listAssessments(tx, childId)
  const found = await Promise.all(
    Object.entries(quotes).map(async ([form, questions]) => {
      const last = all.find(each => each.form === form && each.state === 'signed')
      const it = last && (await findAssessment(tx, childId, last.assessmentId))
      return [form, it && quoted(it, await listSignings(tx, it), questions)] as const
    }),
  )
  return Object.fromEntries(found)
}

function quoted(
  it: OpenedAssessment,
  signings: readonly Signing[],
  questions: readonly string[],
): SignedFormSource {
  const fields = fieldsOf(it.asked)
  const signing = signedLast(signings)
  return {
    title: it.definition.title,
    on: signing ? writeDate(signing.signedAt.toZonedDateTimeISO(ukZone).toPlainDate()) : '',
    by: signing?.signedBy ?? '',
    answers: Object.fromEntries(
      questions.flatMap(name => {
        const field = fields[name]
        const answer = it.given[name]
        if (!field || answer === undefined) return []
        const reason = it.given[reasonKey(name)]
        const words = answerWords(
          { [name]: field },
          { [name]: answer, ...(reason === undefined ? {} : { [reasonKey(name)]: reason }) },
        )
        const values = typeof answer === 'number' ? [String(answer)] : chosenIn(answer)
        return [
          [
            name,
            { question: field.label, words: words.map(each => each.answer).join('. '), values },
          ] as const,
        ]
      }),
    ),
  }
}
