import type { ComponentChildren } from 'preact'
import { writeDate } from '../../kernel/writtenDates.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { type Comment, Comments } from '../assessments/index.ts'
import { contactsWords, levelOf } from './contacts.ts'
import {
  addGoalPath,
  addStepPath,
  commentGoalPath,
  contingencyPath,
  doneStepPath,
  goalPath,
  outcomePath,
  progressPath,
  removeContingencyPath,
  removeGoalPath,
  removeStepPath,
  settleGoalCommentPath,
  stepPath,
} from './paths.ts'
import {
  type Contingency,
  type Goal,
  lastMarks,
  markGivers,
  outcomes,
  type Plan,
  type Step,
  standingOf,
  strandIds,
  strands,
  type Voice,
} from './plan.ts'
import { partId, stepAnchor } from './planLanes.ts'
import { Voices } from './Voices.tsx'

/** What the reader may do from here: write it, or say how it goes. */
export type Doing = 'writes' | 'follows' | undefined

/** Comments beside the goals: those there are, and what the reader may do with them. */
export type Commenting = { comments?: readonly Comment[]; mayComment?: boolean }

type Given = Commenting & {
  plan: Plan
  voices: readonly Voice[]
  doing?: Doing
  today?: Temporal.PlainDate
}

/** A plan as it is read: the three strands, the victim’s wishes beside them, and what is done if something goes wrong. */
export function PlanRead({ plan, voices, doing, today, comments = [], mayComment }: Given) {
  const settle =
    doing === 'writes'
      ? ({ commentId }: Comment) => settleGoalCommentPath.to({ ...plan, commentId })
      : undefined
  const isAbout = (it: Comment) => plan.goals.some(({ goalId }) => goalId === it.question)
  return (
    <>
      {/* What was said of a goal that was taken out since is not lost. */}
      <Comments comments={comments.filter(it => !isAbout(it))} settle={settle} />
      <About plan={plan} />
      {strandIds.map(strand => (
        <div key={strand}>
          <h2 class="govuk-heading-m" id={partId(plan, strand)}>
            {strands[strand].title}
          </h2>
          {strand === 'others-safe' && <Voices plan={plan} voices={voices} doing={doing} />}
          {plan.goals
            .filter(goal => goal.strand === strand)
            .map(goal => (
              <div key={goal.goalId}>
                <GoalRead plan={plan} goal={goal} doing={doing} today={today} />
                <Comments
                  comments={comments.filter(({ question }) => question === goal.goalId)}
                  settle={settle}
                />
                {mayComment && (
                  <Links
                    of={goal.words}
                    links={[[commentGoalPath.to({ ...plan, ...goal }), 'Comment on this goal and its steps']]}
                  />
                )}
              </div>
            ))}
          {plan.goals.every(goal => goal.strand !== strand) && (
            <p class="govuk-body">No goal yet. {strands[strand].asks}</p>
          )}
          {doing === 'writes' && (
            <p class="govuk-body tl-no-print">
              <a class="govuk-link" href={addGoalPath.to({ ...plan, strand })}>
                Add a goal<span class="govuk-visually-hidden"> to {strands[strand].title}</span>
              </a>
            </p>
          )}
        </div>
      ))}
      <Contingencies plan={plan} doing={doing} />
    </>
  )
}

function About({ plan }: { plan: Plan }) {
  const level = levelOf(plan)
  return (
    <div id={partId(plan, 'about')}>
      <SummaryList
        rows={[
          { key: 'Work begins', value: plan.startsOn ? writeDate(plan.startsOn) : 'Not said yet' },
          { key: 'Reviewed on', value: plan.reviewOn ? writeDate(plan.reviewOn) : 'Not said yet' },
          {
            key: 'How often we meet',
            value: level ? (
              <>
                {level.level.title}: {contactsWords(level.policy, level.level)}
                {level.policy.unverified && (
                  <>
                    <br />
                    <span class="govuk-hint">By the service’s own policy, not checked at its source</span>
                  </>
                )}
              </>
            ) : (
              'Not said yet'
            ),
          },
          {
            key: 'What shapes how we work',
            value: <bdi class="tl-keep-lines">{plan.delivery === '' ? 'Not said yet' : plan.delivery}</bdi>,
          },
        ]}
      />
    </div>
  )
}

type GoalGiven = { plan: Plan; goal: Goal; doing?: Doing; today?: Temporal.PlainDate | undefined }

/** A goal with its marks and its steps. */
export function GoalRead({ plan, goal, doing, today }: GoalGiven) {
  const at = { ...plan, goalId: goal.goalId }
  return (
    <article class="tl-goal" aria-labelledby={`goal-${goal.goalId}`}>
      <h3 class="govuk-heading-s" id={`goal-${goal.goalId}`}>
        <bdi>{goal.words}</bdi>
      </h3>
      {goal.why !== '' && (
        <p class="govuk-body">
          Why it matters: <bdi class="tl-keep-lines">{goal.why}</bdi>
        </p>
      )}
      <Marks goal={goal} />
      {goal.outcome && goal.outcomeOn && (
        <p class="govuk-body">
          <strong>
            {outcomes[goal.outcome]}, {writeDate(goal.outcomeOn)}.
          </strong>{' '}
          <bdi class="tl-keep-lines">{goal.outcomeWords}</bdi>
        </p>
      )}
      <StepTable plan={plan} goal={goal} doing={doing} today={today} />
      {doing && (
        <Links
          of={goal.words}
          links={
            doing === 'writes'
              ? [
                  [addStepPath.to(at), 'Add a step'],
                  [goalPath.to(at), 'Change the goal'],
                  [removeGoalPath.to(at), 'Take it out'],
                ]
              : [
                  [progressPath.to(at), 'Say how it is going'],
                  [outcomePath.to(at), goal.outcome ? 'Correct how it ended' : 'Say how it ended'],
                ]
          }
        />
      )}
    </article>
  )
}

/** The child’s own scale with the last mark of each who gave one, and the marks before these. */
function Marks({ goal }: { goal: Goal }) {
  const last = lastMarks(goal)
  const [first] = last
  const ends = [
    goal.lowWords !== '' && `0 is “${goal.lowWords}”`,
    goal.highWords !== '' && `10 is “${goal.highWords}”`,
  ].filter(Boolean)
  if (!first) return ends.length === 0 ? null : <p class="govuk-body">{ends.join(', ')}. No mark yet.</p>
  const before = goal.progress.filter(each => !last.includes(each))
  return (
    <div class="tl-goal__marks">
      {last.map(each => (
        <p class="govuk-body" key={each.saidBy}>
          <strong>{each.mark} of 10</strong>, says {markGivers[each.saidBy]}, {writeDate(each.on)}
          {each.words !== '' && (
            <>
              : <bdi class="tl-keep-lines">“{each.words}”</bdi>
            </>
          )}
          {each === first && ends.length > 0 && <> ({ends.join(', ')})</>}
        </p>
      ))}
      <meter
        min={0}
        max={10}
        value={first.mark}
        aria-label={`${first.mark} of 10, says ${markGivers[first.saidBy]}`}
      >
        {first.mark} of 10
      </meter>
      {before.length > 0 && (
        <p class="govuk-hint">
          Before:{' '}
          {before
            .map(({ mark, on, saidBy }) => `${mark} on ${writeDate(on)}, says ${markGivers[saidBy]}`)
            .join('; ')}
        </p>
      )}
    </div>
  )
}

const whoWords = ({ who, whoWords: words }: Step) =>
  who === 'child' ? 'The child' : who === 'family' ? 'The family' : words

function stepStatus(
  { state, stateOn, dueOn }: Step,
  today: Temporal.PlainDate | undefined,
): ComponentChildren {
  if (state === 'done')
    return <StatusTag kind="on-course" word="Done" detail={stateOn ? writeDate(stateOn) : undefined} />
  if (state === 'not-done') return <StatusTag kind="waiting" word="Not done" />
  const isLate = today && dueOn && Temporal.PlainDate.compare(dueOn, today) < 0
  return isLate ? (
    <StatusTag kind="overdue" word="To do: its day has passed" />
  ) : (
    <StatusTag kind="waiting" word="To do" />
  )
}

function StepTable({ plan, goal, doing, today }: GoalGiven) {
  const at = { ...plan, goalId: goal.goalId }
  return (
    <SortableTable
      id={`steps-${goal.goalId}`}
      caption={`Steps towards: ${goal.words}${ofWhich(plan)}`}
      isCaptionHidden
      rows={goal.steps}
      rowKey={({ stepId }) => stepId}
      empty={<p class="govuk-body">No step yet.</p>}
      columns={[
        {
          key: 'what',
          heading: 'Step',
          isRowHeader: true,
          cell: step => (
            <bdi class="tl-keep-lines" id={stepAnchor(step)}>
              {step.words}
            </bdi>
          ),
        },
        { key: 'who', heading: 'Who', cell: step => <bdi>{whoWords(step)}</bdi> },
        {
          key: 'when',
          heading: 'By when',
          cell: ({ dueOn }) => (dueOn ? writeDate(dueOn) : 'No day'),
        },
        {
          key: 'state',
          heading: 'How it stands',
          cell: step => (
            <>
              {stepStatus(step, today)}
              {step.stateWords !== '' && (
                <>
                  <br />
                  <bdi class="tl-keep-lines">{step.stateWords}</bdi>
                </>
              )}
            </>
          ),
        },
        ...(doing
          ? [
              {
                key: 'do',
                heading: doing === 'writes' ? 'Change' : 'Done?',
                isScreenOnly: true,
                cell: (step: Step) => (
                  <Links
                    of={step.words}
                    links={
                      doing === 'writes'
                        ? [
                            [stepPath.to({ ...at, ...step }), 'Change'],
                            [removeStepPath.to({ ...at, ...step }), 'Take out'],
                          ]
                        : [
                            [
                              doneStepPath.to({ ...at, ...step }),
                              step.state === 'to-do' ? 'Was it done?' : 'Correct',
                            ],
                          ]
                    }
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Two plans may stand on one page: what holds parts of the one in force says so. */
const ofWhich = (plan: Plan) => (standingOf(plan) === 'signed' ? ', in the plan in force' : '')

function Contingencies({ plan, doing }: { plan: Plan; doing?: Doing }) {
  return (
    <>
      <h2 class="govuk-heading-m" id={partId(plan, 'if')}>
        If something goes wrong
      </h2>
      <SortableTable
        id={partId(plan, 'contingencies')}
        caption={`If something goes wrong${ofWhich(plan)}`}
        isCaptionHidden
        rows={plan.contingencies}
        rowKey={({ contingencyId }) => contingencyId}
        empty={<p class="govuk-body">Nothing is written down yet.</p>}
        columns={[
          {
            key: 'if',
            heading: 'If',
            isRowHeader: true,
            cell: ({ ifWords }) => <bdi class="tl-keep-lines">{ifWords}</bdi>,
          },
          { key: 'then', heading: 'Then', cell: it => <bdi class="tl-keep-lines">{it.thenWords}</bdi> },
          { key: 'who', heading: 'Who', cell: ({ whoWords: who }) => <bdi>{who}</bdi> },
          ...(doing === 'writes'
            ? [
                {
                  key: 'do',
                  heading: 'Change',
                  isScreenOnly: true,
                  cell: (it: Contingency) => (
                    <Links
                      of={it.ifWords}
                      links={[
                        [contingencyPath.to({ ...plan, ...it }), 'Change'],
                        [removeContingencyPath.to({ ...plan, ...it }), 'Take out'],
                      ]}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function Links({ of, links }: { of: string; links: readonly (readonly [string, string])[] }) {
  return (
    <ul class="govuk-list tl-links tl-no-print">
      {links.map(([href, text]) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {text}
            <span class="govuk-visually-hidden">: {of}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
