import { type Fields, form, formPage, type Typed } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { goalPictures, isPicture, pictureWords } from '../../ui/pictures/pictures.ts'
import { ageWords, readSentences, tipWords } from '../../ui/readability/readingAge.ts'
import { childFrame } from '../children/index.ts'
import { easyReadPath, type Loaded as LoadedPlan, loadPlan, noteWriter } from '../plans/index.ts'
import {
  copiedGoals,
  fixedWordNames,
  fixedWords,
  isLanguage,
  type Language,
  languageName,
  languages,
  type PlainWords,
  planLanguage,
  sentencesOf,
} from './copy.ts'
import { listPictures, listWords, readCopy, saveCopy, savePicture } from './copyQueries.ts'
import { helpWords } from './help.ts'
import { copyLanguagePath, copyWordsPath } from './paths.ts'

type Loaded = LoadedPlan & {
  language: Language
  pictures: ReadonlyMap<string, string>
  /** What stands in the copy now: written for it; or found in earlier plans, until it is saved first. */
  words: readonly PlainWords[]
  version: number
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const loaded = await loadPlan(request, ['open', 'sent', 'signed'])
  if (!loaded.ok) return loaded
  const language = request.params.language ?? ''
  if (!isLanguage(language)) return refused(notFound)
  const { plan, child } = loaded.value
  const [pictures, words, copy] = await Promise.all([
    listPictures(request.tx, child.childId),
    listWords(request.tx, plan, language),
    readCopy(request.tx, plan, language),
  ])
  return ok({ ...loaded.value, language, pictures, words, version: copy.version })
}

/** A sentence that is asked about, under the name of its question. */
type Asked = { name: string; said: string }

const askedIn = ({ plan, language }: Pick<Loaded, 'plan' | 'language'>): Asked[] => [
  ...sentencesOf(plan).map((said, index) => ({ name: `words-${index + 1}`, said })),
  ...(language === planLanguage
    ? []
    : [
        ...fixedWordNames.map(word => ({ name: `fixed-${word}`, said: fixedWords[word] })),
        ...helpWords().map((said, index) => ({ name: `help-${index + 1}`, said })),
      ]),
]

/** The name of the question for the picture of a goal: one for each goal, by its place. */
const pictureName = (index: number) => `picture-${index + 1}`

/** Pictures are chosen once, with the plain words. */
const picturedGoals = ({ plan, language }: Pick<Loaded, 'plan' | 'language'>) =>
  language === planLanguage ? copiedGoals(plan, new Map()).map(({ goal }) => goal) : []

/** How easily a sentence of the plan reads as it is, so that whoever writes sees which one needs plainer words. */
const howItReads = (said: string): string =>
  readSentences(said)
    .map(({ age, tips }) => [ageWords(age), ...tips.map(tipWords)].join('. '))
    .join('; ')

function fieldsOf(it: Loaded): Fields {
  const pictures = picturedGoals(it).map((goal, index) => [
    pictureName(index),
    {
      kind: 'choice',
      as: 'select',
      label: `Picture for: ${goal.words}`,
      options: goalPictures.map(value => ({ value, label: pictureWords(value) })),
    },
  ])
  const words = askedIn(it).map(({ name, said }) => [
    name,
    {
      kind: 'textarea',
      label: said,
      maxLength: 300,
      rows: 2,
      ...(it.language === planLanguage && { readByChild: true, hint: howItReads(said) }),
    },
  ])
  return Object.fromEntries([...words, ...pictures]) as Fields
}

function typedIn(it: Loaded): Typed {
  const plain = (said: string) => it.words.find(each => each.said === said)?.plain ?? ''
  return {
    ...Object.fromEntries(askedIn(it).map(({ name, said }) => [name, plain(said)])),
    ...Object.fromEntries(
      picturedGoals(it).map(({ lineId }, index) => [pictureName(index), it.pictures.get(lineId) ?? '']),
    ),
  }
}

/** The words of the child’s copy, sentence by sentence; and the picture of each goal. */
export const wordsRoutes = formPage<Fields, Loaded>({
  path: copyWordsPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Wrote the child’s copy of a plan',
  view: 'Opened the form for the child’s copy of a plan',
  load,
  form: it => form({ id: 'plan-copy', fields: fieldsOf(it), saysOptionalOnce: true }),
  title: ({ language }) =>
    language === planLanguage
      ? 'The child’s copy in plain words'
      : `The child’s copy in ${languageName(language)}`,
  intro: ({ language }) => (
    <>
      <p class="govuk-body">
        {language === planLanguage
          ? 'Beneath each sentence of the plan, write it as the child would say it. Leave it empty where the sentence is plain already.'
          : 'Beneath each sentence of the plan, type in what the interpreter or translator gave you. What is left empty stands in English.'}
      </p>
      {language === planLanguage && (
        <p class="govuk-body">
          The reading age is a hint: aim at 9 or less, one thing a sentence. You decide. It is worked out by
          the Flesch-Kincaid formula, for English only.
        </p>
      )}
    </>
  ),
  back: ({ plan, language }) => easyReadPath.to({ ...plan, language }),
  initial: typedIn,
  version: ({ version }) => version,
  row: ({ plan, language }) => ({ table: 'plan_copy', key: { plan_id: plan.planId, language } }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save(request, values, it) {
    const { tx, who, now } = request
    const { plan, child, language } = it
    const typed = (name: string) => String(values[name] ?? '').trim()
    const asked = askedIn(it)
    const words = [
      ...asked.flatMap(({ name, said }) => (typed(name) === '' ? [] : [{ said, plain: typed(name) }])),
      // What was found for sentences that do not stand in the plan now stays with its copy: nothing else is read once it is saved.
      ...it.words.filter(({ said }) => asked.every(each => each.said !== said)),
    ]
    const { serviceId, userId: by } = who
    const copy = { serviceId, childId: child.childId, planId: plan.planId, language, words, by, at: now }
    if (!(await saveCopy(tx, copy, it.version))) {
      const theirs = await load(request)
      return theirs.ok
        ? { kind: 'collision', theirs: typedIn(theirs.value), version: theirs.value.version }
        : theirs.reason
    }
    await noteWriter(tx, plan.planId)
    for (const [index, { lineId }] of picturedGoals(it).entries()) {
      const picture = typed(pictureName(index))
      if (isPicture(picture)) await savePicture(tx, { serviceId, childId: child.childId, lineId, picture })
    }
    return redirect(easyReadPath.to({ ...plan, language }), 'The child’s copy has been saved.')
  },
})

/** In which language a copy is written next. */
export const languageRoutes = formPage({
  path: copyLanguagePath,
  permission: 'plans.write',
  about: 'child',
  change: 'Chose the language of a child’s copy',
  view: 'Opened the form for the language of the child’s copy',
  load: request => loadPlan(request, ['open', 'sent', 'signed']),
  form: () =>
    form({
      id: 'copy-language',
      fields: {
        language: {
          kind: 'choice',
          as: 'select',
          label: 'Which language does the child read best?',
          required: 'Choose a language',
          options: languages
            .filter(tag => tag !== planLanguage)
            .map(tag => ({ value: tag, label: languageName(tag) })),
        },
      },
    }),
  title: () => 'The child’s copy in another language',
  intro: () => (
    <p class="govuk-body">
      You type in the words that a translator gives you. The program translates nothing itself: a plan must
      say what was agreed.
    </p>
  ),
  back: ({ plan }) => easyReadPath.to({ ...plan, language: planLanguage }),
  frame: childFrame('plan'),
  submit: 'Go on',
  async save(_request, { language }, { plan }) {
    return redirect(copyWordsPath.to({ ...plan, language }))
  },
})
