import { ukZone } from '../../kernel/dutyHours.ts'
import { isPicture, type PictureName } from '../../ui/pictures/pictures.ts'
import type { Goal, Plan, Step } from '../plans/index.ts'

/** The language of the plan itself, and of the pages. */
export const planLanguage = 'en'

/**
 * The languages in which a child’s copy can be written, by their tags (BCP 47). The list is the service’s own; the names come
 * from the Unicode tables of the program, except where those have none.
 */
export const languages = [
  ...['en', 'cy', 'ar', 'bn', 'bg', 'fa', 'fr', 'gu', 'hi', 'it', 'ku', 'lt', 'pa', 'pl', 'ps', 'pt', 'ro'],
  ...['sq', 'so', 'es', 'ta', 'ti', 'tr', 'uk', 'ur', 'vi', 'yo'],
] as const
export type Language = (typeof languages)[number]

/** Whether a copy can be written in the language of this tag. */
export const isLanguage = (tag: string): tag is Language => languages.some(each => each === tag)

const inEnglish = new Intl.DisplayNames('en-GB', { type: 'language' })

/** The English name of a language: `Urdu`. */
export const languageName = (tag: Language): string => inEnglish.of(tag) ?? tag

const rightToLeft: readonly Language[] = ['ar', 'fa', 'ps', 'ur']

/** In which direction a language is written. */
export const directionOf = (tag: Language): 'ltr' | 'rtl' => (rightToLeft.includes(tag) ? 'rtl' : 'ltr')

/** A sentence of the plan, and the same as the child reads it. */
export type PlainWords = { said: string; plain: string }

/** The words that stand on every copy. They are translated with it, and stand in English where they are not. */
export const fixedWords = {
  title: 'My plan',
  you: 'You',
  family: 'Your family',
  by: 'By',
  done: 'Done',
  review: 'We look at the plan again',
} as const
export type FixedWord = keyof typeof fixedWords
export const fixedWordNames = Object.keys(fixedWords) as readonly FixedWord[]

/** What stands in a copy: text in the language of the copy, or in English where nobody has written it in that language. */
export type Said = { text: string; isEnglish: boolean }

/** Finds how a sentence reads in a copy: by the very sentence, so that words for one that has changed are not shown. */
export type Wording = { language: Language; say(said: string): Said }

/** @param words the words of the copy; of two for the same sentence the first counts */
export function wordingOf(language: Language, words: readonly PlainWords[]): Wording {
  return {
    language,
    say(said) {
      const plain = words.find(each => each.said === said)?.plain
      const isOwn = language === planLanguage || plain !== undefined
      return { text: plain ?? said, isEnglish: !isOwn }
    },
  }
}

/** Who does a step, as the child knows them: a name is in no language, all else can be put into the child’s. */
export function whoOf(
  { who, whoWords, whoCalled }: Pick<Step, 'who' | 'whoWords' | 'whoCalled'>,
  say: Wording['say'],
): Said {
  switch (who) {
    case 'child':
      return say(fixedWords.you)
    case 'family':
      return say(fixedWords.family)
    case 'worker':
      return { text: whoCalled === '' ? whoWords : whoCalled, isEnglish: false }
    case 'other':
      return say(whoWords)
  }
}

/** Of words for the same sentence the first. */
export const firstOfEach = (words: readonly PlainWords[]): PlainWords[] =>
  words.filter(({ said }, index) => words.findIndex(each => each.said === said) === index)

/** Something that a child can read in a copy: a goal with its picture, or a step. */
export type CopiedGoal = { goal: Goal; picture: PictureName; steps: readonly Step[] }

/** Stands for a goal for which nobody has chosen a picture. */
export const anyGoal: PictureName = 'star'

/**
 * The goals as they stand in a copy, with their pictures. A goal that was dropped, and a step that will not be done, are no
 * part of it.
 */
export function copiedGoals(plan: Pick<Plan, 'goals'>, pictures: ReadonlyMap<string, string>): CopiedGoal[] {
  return plan.goals
    .filter(({ outcome }) => outcome !== 'dropped')
    .map(goal => {
      const chosen = pictures.get(goal.lineId) ?? ''
      return {
        goal,
        picture: isPicture(chosen) ? chosen : anyGoal,
        steps: goal.steps.filter(({ state }) => state !== 'not-done'),
      }
    })
}

/** Everything in a plan for which a copy may have words of its own: goals, steps, and who else does them. */
export function sentencesOf(plan: Pick<Plan, 'goals'>): string[] {
  const own = copiedGoals(plan, new Map()).flatMap(({ goal, steps }) => [
    goal.words,
    ...steps.flatMap(({ words, who, whoWords }) => (who === 'other' ? [words, whoWords] : [words])),
  ])
  return [...new Set(own)]
}

/** `Tuesday 4 March`, in the language of the copy. The year is left out: a plan is short. */
export function easyDay(day: Temporal.PlainDate, language: Language): string {
  const tag = language === planLanguage ? 'en-GB' : language
  return new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' })
    .format(day)
    .replace(',', '')
}

/** `Tuesday 4 March, 4 pm`: the moment as the clock on the wall says it here. */
export function easyMoment(at: Temporal.Instant, language: Language): string {
  const local = at.toZonedDateTimeISO(ukZone)
  const tag = language === planLanguage ? 'en-GB' : language
  const time = new Intl.DateTimeFormat(tag, {
    hour: 'numeric',
    ...(local.minute === 0 && language === planLanguage ? {} : { minute: '2-digit' }),
    hour12: true,
  }).format(local.toPlainTime())
  return `${easyDay(local.toPlainDate(), language)}, ${time}`
}
