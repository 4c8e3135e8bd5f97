import { fieldsOf, type Section } from '../../engine/assessments/index.ts'
import {
  type Answer,
  type Answers,
  answerWords,
  type Field,
  factNotKnown,
  notAsRecorded,
  RowsRead,
  reasonKey,
  rowsTable,
} from '../../engine/forms/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import { Comments } from './Comments.tsx'
import { type Comment, partName } from './comment.ts'
import type { LookedAt } from './factsAnew.ts'
import { commentPath } from './paths.ts'

type Given = {
  it: OpenedAssessment
  comments?: readonly Comment[]
  /** What the record says now of the facts in it, by the names of the questions. */
  now?: LookedAt['now']
  /** The reader may write beside each question. */
  mayComment?: boolean
}

/** A form as it is read: each section with its questions and answers in words, and what was said beside them. */
export function ReadView({ it, comments = [], now = {}, mayComment = false }: Given) {
  const about = (question: string) => comments.filter(each => each.question === question)
  return (
    <>
      {it.progress.map(({ id, section }) => (
        <section key={id} aria-labelledby={`part-${id}`}>
          <h2 class="govuk-heading-m" id={`part-${id}`}>
            {section.title}
          </h2>
          <SectionRead it={it} id={id} section={section} about={about} now={now} mayComment={mayComment} />
          <Comments comments={about(partName(id))} />
          {mayComment && (
            <p class="govuk-body tl-no-print">
              <a class="govuk-link" href={commentPath.to({ ...it, question: partName(id) })}>
                Comment on this part <span class="govuk-visually-hidden">“{section.title}”</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

type SectionGiven = {
  it: OpenedAssessment
  id: string
  section: Section
  about: (question: string) => readonly Comment[]
  now: LookedAt['now']
  mayComment: boolean
}

function SectionRead({ it, id, section, about, now, mayComment }: SectionGiven) {
  const answers = it.saved.get(id)?.answers ?? {}
  const rows = Object.entries(section.fields).flatMap(([name, field]) => {
    const words = wordsOf(name, field, answers)
    const said = about(name)
    if (words.length === 0 && said.length === 0) return []
    const shown = words.length === 0 ? [{ question: field.label, answer: 'Not answered' }] : words
    return shown.map(({ question, answer }, place) => ({
      key: question,
      value: (
        <>
          <Said field={field} given={answers[name]} words={answer} />
          {place === 0 && <RecordNow answers={answers} name={name} now={now[name]} />}
          {place === shown.length - 1 && <Comments comments={said} />}
        </>
      ),
      ...(mayComment && place === 0
        ? {
            actions: {
              items: [
                {
                  href: commentPath.to({ ...it, question: name }),
                  text: 'Comment',
                  visuallyHiddenText: question,
                },
              ],
            },
          }
        : {}),
    }))
  })
  return rows.length === 0 ? <p class="govuk-hint">Nothing was written here.</p> : <SummaryList rows={rows} />
}

/** What the record says now of a fact that was not right, or not known, when the form was written. */
function RecordNow({ answers, name, now }: { answers: Answers; name: string; now: string | undefined }) {
  const answer = answers[name]
  if (now === undefined || (answer !== notAsRecorded && answer !== factNotKnown)) return null
  const said = answers[reasonKey(name)] ?? ''
  if (now === said && answer === factNotKnown) return null
  const words =
    now === ''
      ? 'The record says nothing now.'
      : now === said
        ? 'The record still says so.'
        : `The record says now: ${now}`
  return <div class="govuk-hint tl-hint-below">{words}</div>
}

/** One question of a form as it was answered; nothing of a whole part. */
export function QuestionRead({ it, question }: { it: OpenedAssessment; question: string }) {
  const field = fieldsOf(it.asked)[question]
  const words = field ? wordsOf(question, field, it.answers) : []
  if (!field || words.length === 0) return null
  return (
    <SummaryList
      rows={words.map(each => ({
        key: each.question,
        value: <Said field={field} given={it.answers[question]} words={each.answer} />,
      }))}
    />
  )
}

/** An answer as it is read: in words, or rows as a table. */
function Said({ field, given, words }: { field: Field; given: Answer | undefined; words: string }) {
  const table = rowsTable(field, given)
  return table ? (
    <RowsRead table={table} />
  ) : (
    <span class="tl-keep-lines" dir="auto">
      {words}
    </span>
  )
}

/** An answer in words, with its reason. */
function wordsOf(name: string, field: Field, answers: Answers) {
  const own = [name, reasonKey(name)].flatMap(key => {
    const answer = answers[key]
    return answer === undefined ? [] : [[key, answer] as const]
  })
  return answerWords({ [name]: field }, Object.fromEntries(own))
}
