import { answerWords, type Fields } from '../../engine/forms/index.ts'
import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import type { Step } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { assessmentPath } from '../assessments/index.ts'
import { assessmentsPath, planPath } from '../children/index.ts'
import { outcomes, type Plan } from '../plans/index.ts'
import type { FromForm } from './fromForm.ts'

type Filled = {
  step: { readonly [Key in 'fromForm' | 'fromPlan']?: Step[Key] | undefined }
  of: { childId: string }
  from: FromForm | undefined
  /** All questions of the step. */
  fields: Fields
}

/** What a signed form or the plan has answered, with where it comes from; or that signing one will answer it. */
export function FilledIn({ step: { fromForm, fromPlan }, of, from, fields }: Filled) {
  if (!from) return <NotYet step={{ fromForm, fromPlan }} of={of} />
  return (
    <>
      <p class="govuk-body">
        Filled in from <Source step={{ fromForm, fromPlan }} of={of} from={from} />, signed by {from.signedBy}{' '}
        on {writeDate(dayInUk(from.signedAt))}. It is recorded with this step and not asked again.
      </p>
      <SummaryList
        rows={answerWords(fields, from.answers).map(({ question, answer }) => ({
          key: question,
          value: <span class="tl-keep-lines">{answer}</span>,
        }))}
      />
    </>
  )
}

function Source({
  step: { fromForm },
  of: { childId },
  from,
}: Pick<Filled, 'of' | 'step'> & { from: FromForm }) {
  if (from.assessmentId === null)
    return (
      <a class="govuk-link" href={planPath.to({ childId })}>
        the plan of this case
      </a>
    )
  const form = fromForm && findAssessmentForm(practiceInUse(), fromForm.form)
  return (
    <>
      the form{' '}
      <a class="govuk-link" href={assessmentPath.to({ childId, assessmentId: from.assessmentId })}>
        {form?.title ?? fromForm?.form}
      </a>
    </>
  )
}

function NotYet({ step: { fromForm, fromPlan }, of }: Pick<Filled, 'step' | 'of'>) {
  const form = fromForm && findAssessmentForm(practiceInUse(), fromForm.form)
  if (form)
    return (
      <p class="govuk-body">
        Once the form “{form.title}” of this case is signed{form.countersignedBy && ' and countersigned'},
        what it says is filled in here and not asked again.{' '}
        <a class="govuk-link" href={assessmentsPath.to(of)}>
          To the forms
        </a>
      </p>
    )
  return fromPlan ? (
    <p class="govuk-body">
      Once a plan of this case is in force, its goals are filled in here and not asked again.{' '}
      <a class="govuk-link" href={planPath.to(of)}>
        To the plan
      </a>
    </p>
  ) : null
}

/** The goals of the plan that have ended already: what was said of each stands, and is not asked again. */
export function GoalsOfPlan({ plan }: { plan: Plan }) {
  const ended = plan.goals.filter(({ outcome }) => outcome !== null)
  return (
    <>
      <p class="govuk-body">
        The goals below are those of the{' '}
        <a class="govuk-link" href={planPath.to(plan)}>
          plan
        </a>{' '}
        of this case. What you say of each is kept there.
      </p>
      {ended.length > 0 && (
        <SummaryList
          rows={ended.map(({ words, outcome, outcomeOn }) => ({
            key: words,
            value: `${outcome ? outcomes[outcome] : ''}${outcomeOn ? `, ${writeDate(outcomeOn)}` : ''}`,
          }))}
        />
      )}
    </>
  )
}
