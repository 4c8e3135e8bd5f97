import type { EasyPlanSource, EasyWords, PlanSource, Sources } from '../../engine/documents/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import { isPicture, pictureWords } from '../../ui/pictures/pictures.ts'
import {
  copiedGoals,
  directionOf,
  easyDay,
  fixedWords,
  helpWords,
  isLanguage,
  listPictures,
  listWords,
  pictureOfStep,
  type Said,
  whoOf,
  wordingOf,
} from '../easyRead/index.ts'
import {
  contactsWords,
  currentPlans,
  findPlan,
  type Goal,
  lastMarks,
  levelOf,
  listPlanSignings,
  listVoices,
  markGivers,
  outcomes,
  type Plan,
  type Step,
  standingOf,
  strandIds,
  strands,
  wishWords,
} from '../plans/index.ts'
import { signedLines } from './pullForms.ts'

const harmedWords = { yes: 'Yes', no: 'No', 'not-known': 'Not known' } as const
const stepStates = { 'to-do': 'To do', done: 'Done', 'not-done': 'Not done' } as const
const dayOf = (day: Temporal.PlainDate | null): string => (day === null ? '' : writeDate(day))

/** The plan of this id, or the one in force; undefined where there is none, or that of this id is not in force any more. */
export async function pullPlan(
  tx: Work,
  childId: string,
  planId: string | null,
): Promise<PlanSource | undefined> {
  const plan =
    planId === null ? (await currentPlans(tx, childId)).inForce : await inForceOf(tx, childId, planId)
  return plan && planSource(plan, signedLines(await listPlanSignings(tx, plan)))
}

/** A plan where it is in force: what was replaced, or ended with its case, goes out to nobody as what is agreed. */
async function inForceOf(tx: Work, childId: string, planId: string): Promise<Plan | undefined> {
  const plan = await findPlan(tx, childId, planId)
  return plan && standingOf(plan) === 'signed' ? plan : undefined
}

function planSource(plan: Plan, signed: readonly string[]): PlanSource {
  const at = levelOf(plan)
  return {
    startsOn: dayOf(plan.startsOn),
    reviewOn: dayOf(plan.reviewOn),
    level: at ? `${at.level.title}: ${contactsWords(at.policy, at.level)}` : '',
    delivery: plan.delivery,
    strands: strandIds.map(strand => ({
      title: strands[strand].title,
      goals: plan.goals.filter(goal => goal.strand === strand).map(goalSource),
    })),
    contingencies: plan.contingencies.map(({ ifWords, thenWords, whoWords }) => ({
      ifWords,
      thenWords,
      who: whoWords,
    })),
    harmed: plan.harmed === null ? '' : harmedWords[plan.harmed],
    signed,
  }
}

function goalSource(goal: Goal) {
  return {
    words: goal.words,
    why: goal.why,
    mark: lastMarks(goal)
      .map(({ mark, saidBy, on }) => `${mark} of 10, says ${markGivers[saidBy]}, ${writeDate(on)}`)
      .join('; '),
    outcome: goal.outcome === null ? '' : outcomes[goal.outcome],
    steps: goal.steps.map(step => ({
      words: step.words,
      who: whoTakes(step, 'The child', 'The family'),
      by: dayOf(step.dueOn),
      state: stepStates[step.state],
    })),
  }
}

const whoTakes = <T>({ who, whoWords }: Step, child: T, family: T): T | string =>
  who === 'child' ? child : who === 'family' ? family : whoWords

/** What those who were harmed wish, as far as the child’s side is told. */
export async function pullHarmed(tx: Work, childId: string): Promise<Sources['harmed']> {
  return (await listVoices(tx, childId)).map(({ knownAs, wishes, wishesWords }) => ({
    knownAs,
    wishes: [...wishes.map(wishWords), wishesWords].filter(words => words !== '').join('. '),
  }))
}

/** The child’s copy of a plan in a language; undefined where no such plan is in force. */
export async function pullEasyPlan(
  tx: Work,
  childId: string,
  planId: string,
  language: string,
): Promise<EasyPlanSource | undefined> {
  const plan = await inForceOf(tx, childId, planId)
  if (!plan || !isLanguage(language)) return undefined
  const [pictures, words] = await Promise.all([listPictures(tx, childId), listWords(tx, plan, language)])
  const { say } = wordingOf(language, words)
  const as = ({ text, isEnglish }: Said): EasyWords => ({ text, isEnglish })
  const alternative = (name: string) => (isPicture(name) ? pictureWords(name) : '')
  return {
    language,
    direction: directionOf(language),
    title: as(say(fixedWords.title)),
    goals: copiedGoals(plan, pictures).map(({ goal, picture, steps }) => ({
      words: as(say(goal.words)),
      picture,
      alternative: alternative(picture),
      isReached: goal.outcome === 'reached',
      steps: steps.map(step => {
        return {
          who: as(whoOf(step, say)),
          words: as(say(step.words)),
          picture: pictureOfStep[step.who],
          alternative: alternative(pictureOfStep[step.who]),
          when: step.dueOn ? easyDay(step.dueOn, language) : '',
          isDone: step.state === 'done',
        }
      }),
    })),
    by: as(say(fixedWords.by)),
    done: as(say(fixedWords.done)),
    review: as(say(fixedWords.review)),
    reviewOn: plan.reviewOn ? easyDay(plan.reviewOn, language) : '',
    help: helpWords().map(said => as(say(said))),
  }
}
