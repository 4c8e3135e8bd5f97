import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, page, route } from '../../platform/http/index.ts'
import { BackLink, Button, InsetText } from '../../ui/govuk/index.ts'
import { childOf, childPage } from '../children/index.ts'
import { easyReadPath, endedOn, findPlan, type Plan, planHref } from '../plans/index.ts'
import {
  directionOf,
  fixedWords,
  isLanguage,
  type Language,
  languageName,
  planLanguage,
  type Wording,
  wordingOf,
} from './copy.ts'
import { listLanguages, listPictures, listWords } from './copyQueries.ts'
import { EasyPlan, Words } from './EasyPlan.tsx'
import { helpWords } from './help.ts'
import { type Look, lookFrom, looks } from './look.ts'
import { copyLanguagePath, copyWordsPath } from './paths.ts'

/** The child’s copy of a plan: to be read together, printed, or looked at before it is shared. */
export const easyReadRoute = route({
  method: 'GET',
  path: easyReadPath,
  permission: 'plans.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the child’s copy of the plan' },
  async handle(request) {
    const { tx, params, query } = request
    const child = await childOf(request)
    const plan = child && (await findPlan(tx, child.childId, params.planId ?? ''))
    const language = params.language ?? ''
    if (!child || !plan || !isLanguage(language)) return notFound
    const [pictures, words, written] = await Promise.all([
      listPictures(tx, child.childId),
      listWords(tx, plan, language),
      listLanguages(tx, child.childId),
    ])
    const wording = wordingOf(language, words)
    const look = lookFrom(query.getAll('look'))
    const canWrite =
      may('plans.write', request.who.roles, child.isRelated) && plan.state !== 'set-aside' && !endedOn(plan)
    const copy = (
      <article class={`tl-easy-copy ${look.map(each => `tl-look--${each}`).join(' ')}`}>
        <h1 class="tl-easy-copy__title" lang={language} dir={directionOf(language)}>
          <Words said={wording.say(fixedWords.title)} />
        </h1>
        <EasyPlan plan={plan} pictures={pictures} wording={wording} />
        <Help wording={wording} />
      </article>
    )
    if (query.get('paper') !== null)
      return page(
        fixedWords.title,
        <>
          <p class="tl-no-print">
            Print this page with the menu of your browser, or{' '}
            <a href={easyReadPath.to({ ...plan, language })}>go back</a>.
          </p>
          {copy}
        </>,
        { own: { looks: [] } },
      )
    return childPage(request, {
      section: 'plan',
      title: 'The child’s copy of the plan',
      above: <BackLink href={planHref(plan)}>Plan</BackLink>,
      body: (
        <>
          <div class="tl-no-print">
            <Tools plan={plan} language={language} written={written} canWrite={canWrite} look={look} />
          </div>
          {copy}
        </>
      ),
    })
  },
})

type ToolsGiven = {
  plan: Plan
  language: Language
  written: readonly string[]
  canWrite: boolean
  look: readonly Look[]
}

/** What the worker can do with the copy; none of it is printed. */
function Tools({ plan, language, written, canWrite, look }: ToolsGiven) {
  const others = written.filter(isLanguage).filter(tag => tag !== planLanguage)
  const address = easyReadPath.to({ ...plan, language })
  const ended = endedOn(plan)
  return (
    <>
      {ended && <InsetText>This plan ended on {writeDate(ended)}, with its case.</InsetText>}
      {plan.state !== 'signed' && (
        <InsetText>
          This plan is not in force. The copy shows how it would read: talk it through, and print it once it
          is signed.
        </InsetText>
      )}
      <p class="govuk-body">
        {canWrite && (
          <a class="govuk-link" href={copyWordsPath.to({ ...plan, language })}>
            Write it in plain words{language !== planLanguage && ` in ${languageName(language)}`}, and choose
            the pictures
          </a>
        )}
      </p>
      <ul class="govuk-list tl-links">
        {[planLanguage, ...others].filter(isLanguage).map(tag => (
          <li key={tag}>
            {tag === language ? (
              <strong>{languageName(tag)}</strong>
            ) : (
              <a class="govuk-link" href={easyReadPath.to({ ...plan, language: tag })}>
                {languageName(tag)}
              </a>
            )}
          </li>
        ))}
        {canWrite && (
          <li>
            <a class="govuk-link" href={copyLanguagePath.to(plan)}>
              In another language
            </a>
          </li>
        )}
      </ul>
      <form method="get" action={address}>
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            How it looks, on screen and on paper
          </legend>
          <div class="govuk-checkboxes govuk-checkboxes--small tl-looks">
            {looks.map(({ name, words }) => (
              <div class="govuk-checkboxes__item" key={name}>
                <input
                  class="govuk-checkboxes__input"
                  id={`look-${name}`}
                  type="checkbox"
                  name="look"
                  value={name}
                  checked={look.includes(name)}
                />
                <label class="govuk-label govuk-checkboxes__label" for={`look-${name}`}>
                  {words}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <div class="govuk-button-group">
          <Button classes="govuk-button--secondary">Show it so</Button>
          {/* On paper stands nothing but the copy: no name, no alert, and not what the service is for. */}
          <Button name="paper" value="yes">
            Show it for printing
          </Button>
        </div>
      </form>
    </>
  )
}

/** Where help is to be had now, as on the child’s form for feedback. */
function Help({ wording }: { wording: Wording }) {
  const [title, ...lines] = helpWords()
  if (title === undefined) return null
  const { language } = wording
  return (
    <section class="tl-help-now" aria-labelledby="copy-help" lang={language} dir={directionOf(language)}>
      <h2 class="govuk-heading-m" id="copy-help">
        <Words said={wording.say(title)} />
      </h2>
      {lines.map(line => (
        <p class="govuk-body" key={line}>
          <Words said={wording.say(line)} />
        </p>
      ))}
    </section>
  )
}
