import type { ComponentChildren } from 'preact'
import type { Visit } from '../../platform/http/index.ts'
import { Picture } from '../../ui/pictures/Picture.tsx'
import { directionOf, EasyPlan, looks } from '../easyRead/index.ts'
import type { Content } from './content.ts'
import { Marking } from './marking.tsx'
import { Meetings } from './meetings.tsx'
import type { Whose } from './ownPage.ts'
import type { FoundPage } from './ownPageQueries.ts'
import { closeOwnPagePath, ownLookPath, ownSayPath } from './paths.ts'
import { Person } from './person.tsx'
import { looksOf } from './visit.tsx'
import { Csrf, type Unsaid, Writing } from './writing.tsx'

type Given = { visit: Visit; it: FoundPage; content: Content; unsaid?: Unsaid | undefined }

const titles: Record<Whose, { page: string; plan: string; meetings: string; people: string }> = {
  child: { page: 'My page', plan: 'My plan', meetings: 'My next meeting', people: 'My people' },
  parent: {
    page: 'Your page',
    plan: 'The plan',
    meetings: 'The next meeting',
    people: 'Who works with your child',
  },
}

/** The title of a page, also in the browser’s history. */
export const pageTitle = (whose: Whose): string => titles[whose].page

/** The page of a child or a parent: three big things, then what they can say to us, and always where help is. */
export function MyPage({ visit, it, content, unsaid }: Given) {
  const words = titles[it.whose]
  const { shares } = it
  const token = visit.params.token ?? ''
  return (
    <>
      <h1>{words.page}</h1>
      {unsaid && (
        <p class="tl-own-error" role="alert">
          {unsaid.message}. <a href={`#${unsaid.at}`}>Go there</a>
        </p>
      )}
      <nav class="tl-own-nav" aria-label="On this page">
        {shares.includes('plan') && (
          <a href="#plan">
            <Picture name="star" />
            {words.plan}
          </a>
        )}
        {shares.includes('meetings') && (
          <a href="#meetings">
            <Picture name="calendar" />
            {words.meetings}
          </a>
        )}
        {shares.includes('people') && (
          <a href="#people">
            <Picture name="others" />
            {words.people}
          </a>
        )}
        <a href="#help">
          <Picture name="help" />
          {content.words.help?.title ?? 'Help'}
        </a>
      </nav>
      {shares.includes('plan') && (
        <Section id="plan" title={words.plan}>
          {content.plan && it.whose === 'parent' && (
            <p>This is what your child reads: “you” is your child.</p>
          )}
          {content.plan ? (
            <EasyPlan
              {...content.plan}
              level={3}
              beneath={goal =>
                goal.outcome === null && <Marking {...{ visit, it, goal, pages: content.pages, unsaid }} />
              }
            />
          ) : (
            <p>There is no plan yet. It will be here.</p>
          )}
        </Section>
      )}
      {shares.includes('meetings') && (
        <Section id="meetings" title={words.meetings}>
          <Meetings visit={visit} it={it} meetings={content.meetings} unsaid={unsaid} />
        </Section>
      )}
      {shares.includes('people') && (
        <Section id="people" title={words.people}>
          {content.people.length === 0 && <p>Nobody yet. They will be here.</p>}
          {content.people.map(person => (
            <Person key={person.userId} person={person} />
          ))}
        </Section>
      )}
      <Section id="say" title="Tell us what you think">
        <Writing
          visit={visit}
          action={ownSayPath.to({ token })}
          id="think"
          label="What is good? What should be better?"
          hint="Somebody here reads it. That can take some days. Do you need help now? Look at the end of this page."
          unsaid={unsaid}
        />
        {content.said.map(({ messageId, words: thought, heardAt }) => (
          <p key={messageId}>
            You told us: <bdi class="tl-keep-lines">“{thought}”</bdi>{' '}
            {heardAt ? 'Somebody has read it.' : 'Nobody has read it yet.'}
          </p>
        ))}
      </Section>
      {content.words.complain && (
        <Section id="complain" title={content.words.complain.title}>
          {content.words.complain.lines.map(line => (
            <p key={line}>{line}</p>
          ))}
          {content.bosses.map(({ userId, name, called, phone }) => (
            <p key={userId}>
              The boss is <bdi>{called === '' ? name : called}</bdi>. Ring <WithNumbers line={phone} />.
            </p>
          ))}
        </Section>
      )}
      <Looks visit={visit} token={token} />
      <form method="post" action={closeOwnPagePath.to({ token })}>
        <Csrf visit={visit} />
        <button type="submit">Close this page</button>
      </form>
      <HelpNow content={content} />
    </>
  )
}

/** Where help is to be had now, in the language of the plan where somebody has put it into that. */
function HelpNow({ content: { words, plan } }: { content: Pick<Content, 'words' | 'plan'> }) {
  if (!words.help) return null
  const said = (line: string) => plan?.wording.say(line) ?? { text: line, isEnglish: true }
  const language = (isEnglish: boolean) =>
    plan && !isEnglish
      ? ({ lang: plan.wording.language, dir: directionOf(plan.wording.language) } as const)
      : {}
  const title = said(words.help.title)
  return (
    <section class="tl-help-now" id="help" aria-labelledby="help-title">
      <h2 id="help-title" {...language(title.isEnglish)}>
        {title.text}
      </h2>
      {words.help.lines.map(said).map(({ text, isEnglish }) => (
        <p key={text} {...language(isEnglish)}>
          <WithNumbers line={text} />
        </p>
      ))}
    </section>
  )
}

/** A line in which every telephone number is rung by one tap. */
function WithNumbers({ line }: { line: string }) {
  return (
    <>
      {line.split(/(\b999\b|\b0[\d\u00a0 ]{7,}\d\b)/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={`tel:${part.replace(/\D/g, '')}`}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="tl-own-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <button type="button" data-read-aloud={id} aria-label={`Read aloud: ${title}`} hidden>
        Read aloud
      </button>
      {children}
    </section>
  )
}

/** High contrast and easier letters, kept by the browser. */
function Looks({ visit, token }: { visit: Visit; token: string }) {
  const chosen = looksOf(visit)
  return (
    <form method="post" action={ownLookPath.to({ token })}>
      <Csrf visit={visit} />
      <fieldset>
        <legend>How it looks</legend>
        {looks.map(({ name, words }) => (
          <p key={name}>
            <input
              type="checkbox"
              id={`look-${name}`}
              name="look"
              value={name}
              checked={chosen.includes(name)}
            />{' '}
            <label class="tl-own-inline" for={`look-${name}`}>
              {words}
            </label>
          </p>
        ))}
        <button type="submit">Show it so</button>
      </fieldset>
    </form>
  )
}
