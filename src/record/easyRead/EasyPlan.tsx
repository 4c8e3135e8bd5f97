import type { ComponentChildren } from 'preact'
import { Picture } from '../../ui/pictures/Picture.tsx'
import type { PictureName } from '../../ui/pictures/pictures.ts'
import type { Plan, Step } from '../plans/index.ts'
import { copiedGoals, directionOf, easyDay, fixedWords, type Said, type Wording, whoOf } from './copy.ts'

type Given = {
  plan: Plan
  pictures: ReadonlyMap<string, string>
  wording: Wording
  /** What a goal leads to: on a child’s own page, saying how it is going. */
  beneath?: (goal: Plan['goals'][number]) => ComponentChildren
  /** The level of the headings of goals: 2 where the plan is the page. */
  level?: 2 | 3
}

/** The plan as a child reads it: a picture for each goal and person, a step a line, and when. */
export function EasyPlan({ plan, pictures, wording, beneath, level = 2 }: Given) {
  const { language } = wording
  const Heading = `h${level}` as const
  const goals = copiedGoals(plan, pictures)
  return (
    <div lang={language} dir={directionOf(language)}>
      {goals.length === 0 && (
        <p class="govuk-body" lang="en" dir="ltr">
          There is no goal yet.
        </p>
      )}
      {goals.map(({ goal, picture, steps }) => (
        <section class="tl-easy-goal" key={goal.goalId} aria-labelledby={`easy-${goal.goalId}`}>
          <Picture name={picture} size="large" />
          <div>
            <Heading class="tl-easy-goal__words" id={`easy-${goal.goalId}`}>
              <Words said={wording.say(goal.words)} />
              {goal.outcome === 'reached' && <Done wording={wording} />}
            </Heading>
            <ul class="govuk-list tl-easy-steps">
              {steps.map(step => (
                <EasyStep key={step.stepId} step={step} wording={wording} />
              ))}
            </ul>
            {beneath?.(goal)}
          </div>
        </section>
      ))}
      {plan.reviewOn && (
        <p class="govuk-body tl-easy-line">
          <Picture name="calendar" />
          <span>
            <Words said={wording.say(fixedWords.review)} />:{' '}
            <strong>{easyDay(plan.reviewOn, language)}</strong>.
          </span>
        </p>
      )}
    </div>
  )
}

/** Words in the language of the copy, or marked as English where nobody has written them in it yet. */
export function Words({ said: { text, isEnglish } }: { said: Said }) {
  return isEnglish ? (
    <span lang="en" dir="ltr">
      {text}
    </span>
  ) : (
    <bdi>{text}</bdi>
  )
}

function Done({ wording }: { wording: Wording }) {
  return (
    <strong class="tl-easy-done">
      {' '}
      ✓ <Words said={wording.say(fixedWords.done)} />
    </strong>
  )
}

/** The picture for whoever takes a step. */
export const pictureOfStep = {
  child: 'you',
  family: 'family',
  worker: 'worker',
  other: 'others',
} as const satisfies Record<Step['who'], PictureName>

function EasyStep({ step, wording }: { step: Step; wording: Wording }) {
  return (
    <li class="tl-easy-line">
      <Picture name={pictureOfStep[step.who]} />
      <span>
        <strong>
          <Words said={whoOf(step, wording.say)} />:
        </strong>{' '}
        <Words said={wording.say(step.words)} />
        {step.state === 'done' ? (
          <Done wording={wording} />
        ) : (
          step.dueOn && (
            <span class="tl-easy-when">
              {' '}
              <Words said={wording.say(fixedWords.by)} /> {easyDay(step.dueOn, wording.language)}.
            </span>
          )
        )}
      </span>
    </li>
  )
}
