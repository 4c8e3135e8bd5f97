import type { ComponentChildren } from 'preact'
import { roleNames } from '../../platform/access/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { Picture } from '../../ui/pictures/Picture.tsx'
import { isPicture } from '../../ui/pictures/pictures.ts'
import { EasyPlan, easyMoment, looks, planLanguage } from '../easyRead/index.ts'
import type { Goal } from '../plans/index.ts'
import type { OwnPerson } from './cardQueries.ts'
import type { Content, OwnMeeting } from './content.ts'
import { meetingWords, travelWords } from './meetingWords.ts'
import { ownLastMark } from './ownMarks.ts'
import type { Whose } from './ownPage.ts'
import type { FoundPage } from './ownPageQueries.ts'
import {
  cannotComePath,
  closeOwnPagePath,
  ownCalendarPath,
  ownLookPath,
  ownMarkPath,
  ownSayPath,
} from './paths.ts'
import { looksOf } from './visit.tsx'

/** What was sent and could not be taken: where it stands, what is wrong, and what was typed. */
export type Unsaid = { at: string; message: string; typed: string }

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
export function MyPage(given: Given) {
  const { visit, it, content, unsaid } = given
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
                goal.outcome === null && <Marking visit={visit} it={it} goal={goal} unsaid={unsaid} />
              }
            />
          ) : (
            <p>There is no plan yet. It will be here.</p>
          )}
        </Section>
      )}
      {shares.includes('meetings') && (
        <Section id="meetings" title={words.meetings}>
          <Meetings {...given} />
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
        </Section>
      )}
      <Looks visit={visit} token={token} />
      <form method="post" action={closeOwnPagePath.to({ token })}>
        <Csrf visit={visit} />
        <button type="submit">Close this page</button>
      </form>
      {content.words.help && (
        <section class="tl-help-now" id="help" aria-labelledby="help-title">
          <h2 id="help-title">{content.words.help.title}</h2>
          {content.words.help.lines.map(line => (
            <p key={line}>
              <WithNumbers line={line} />
            </p>
          ))}
        </section>
      )}
    </>
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

function Csrf({ visit }: { visit: Visit }) {
  return <input type="hidden" name="_csrf" value={visit.csrfToken} />
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

const marks = Array.from({ length: 11 }, (_each, mark) => mark)

type MarkingGiven = { visit: Visit; it: FoundPage; goal: Goal; unsaid: Unsaid | undefined }

/** How a goal is going, on the child’s own scale. */
function Marking({ visit, it, goal, unsaid }: MarkingGiven) {
  const at = `goal-${goal.goalId}`
  const last = ownLastMark(goal, it.whose)
  const ends = [
    goal.lowWords !== '' && `0 is: ${goal.lowWords}.`,
    goal.highWords !== '' && `10 is: ${goal.highWords}.`,
  ].filter(Boolean)
  return (
    <div lang="en-GB" dir="ltr" id={at}>
      {last && (
        <p>
          Last time: <strong>{last.mark} of 10</strong>.
        </p>
      )}
      <details open={unsaid?.at === at}>
        <summary>How is it going?</summary>
        <form method="post" action={ownMarkPath.to({ token: visit.params.token ?? '', goalId: goal.goalId })}>
          <Csrf visit={visit} />
          {unsaid?.at === at && <p class="tl-own-error">{unsaid.message}</p>}
          <fieldset>
            <legend>
              {it.whose === 'child' ? 'Pick a number.' : 'How do you see it? Pick a number.'} {ends.join(' ')}
            </legend>
            <div class="tl-own-marks">
              {marks.map(mark => (
                <label key={mark}>
                  <input type="radio" name="mark" value={mark} />
                  {mark}
                </label>
              ))}
            </div>
          </fieldset>
          <button class="tl-own-main" type="submit">
            Save
          </button>
        </form>
      </details>
    </div>
  )
}

function Meetings({ visit, it, content: { meetings }, unsaid }: Given) {
  const token = visit.params.token ?? ''
  if (meetings.length === 0) return <p>No meeting is planned. New ones will be here.</p>
  const [next, ...later] = meetings
  return (
    <>
      {next && <Meeting {...{ visit, it, meeting: next, unsaid }} />}
      {later.length > 0 && (
        <details open={unsaid?.at.startsWith('meeting-')}>
          <summary>More meetings ({later.length})</summary>
          {later.map(meeting => (
            <Meeting key={meeting.appointmentId} {...{ visit, it, meeting, unsaid }} />
          ))}
        </details>
      )}
      <p>
        <a class="tl-own-button" href={ownCalendarPath.to({ token })}>
          Put the meetings in my calendar
        </a>
      </p>
    </>
  )
}

type MeetingGiven = { visit: Visit; it: FoundPage; meeting: OwnMeeting; unsaid: Unsaid | undefined }

function Meeting({ visit, it, meeting, unsaid }: MeetingGiven) {
  const { appointmentId, where, address } = meeting
  const at = `meeting-${appointmentId}`
  const travel = it.whose === 'child' ? travelWords(meeting) : undefined
  return (
    <article id={at}>
      <h3>{easyMoment(meeting.startsAt, planLanguage)}</h3>
      <p>
        {meetingWords(meeting, it.whose)} With <bdi>{meeting.withName}</bdi>. It takes {meeting.minutes}{' '}
        minutes.
      </p>
      {where && (
        <p>
          Where: <bdi>{where}</bdi>
        </p>
      )}
      {address && (
        <p>
          <a
            class="tl-own-button"
            href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
            rel="noreferrer"
          >
            Show me on a map
          </a>
        </p>
      )}
      {travel && <p>{travel}</p>}
      {meeting.told.map(({ messageId, words, heardAt }) => (
        <p key={messageId}>
          You told us: <bdi class="tl-keep-lines">“{words}”</bdi>{' '}
          {heardAt ? 'Somebody has read it.' : 'Nobody has read it yet. Is it soon? Then ring.'}
        </p>
      ))}
      <details open={unsaid?.at === at}>
        <summary>I can’t come</summary>
        <Writing
          visit={visit}
          action={cannotComePath.to({ token: visit.params.token ?? '', appointmentId })}
          id={at}
          label="I can’t come because"
          hint="Somebody here reads it, and talks to you about a new time."
          unsaid={unsaid}
        />
      </details>
    </article>
  )
}

type WritingGiven = {
  visit: Visit
  action: string
  id: string
  label: string
  hint: string
  unsaid: Unsaid | undefined
}

/** A few words to those who work with the child. */
function Writing({ visit, action, id, label, hint, unsaid }: WritingGiven) {
  const wrong = unsaid?.at === id ? unsaid : undefined
  return (
    <form method="post" action={action}>
      <Csrf visit={visit} />
      <label for={`${id}-words`}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
      {wrong && (
        <p class="tl-own-error" id={`${id}-error`}>
          {wrong.message}
        </p>
      )}
      <p>
        <textarea
          id={`${id}-words`}
          name="words"
          rows={3}
          maxLength={1_000}
          dir="auto"
          aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ''}`}
        >
          {wrong?.typed}
        </textarea>
      </p>
      <button class="tl-own-main" type="submit">
        Send
      </button>
    </form>
  )
}

function Person({ person }: { person: OwnPerson }) {
  const { name, called, does, phone, reach, picture, roles } = person
  const number = phone.replace(/[^\d+]/g, '')
  return (
    <article class="tl-easy-goal">
      <Picture name={isPicture(picture) ? picture : 'worker'} size="large" />
      <div>
        <h3>
          <bdi>{called === '' ? name : called}</bdi>
        </h3>
        <p>
          <bdi>{does === '' ? roles.map(role => plainRole[role] ?? roleNames[role]).join(', ') : does}</bdi>
        </p>
        {number !== '' && (
          <p>
            <a class="tl-own-button" href={`tel:${number}`}>
              Ring {phone}
            </a>
            <a class="tl-own-button" href={`sms:${number}`}>
              Text
            </a>
          </p>
        )}
        {reach !== '' && (
          <p>
            <bdi>{reach}</bdi>
          </p>
        )}
      </div>
    </article>
  )
}

/** The title of the account can say what the service is for, and the page is for eyes over a shoulder too. */
const plainRole: Partial<Record<OwnPerson['roles'][number], string>> = {
  officer: 'Worker',
  senior: 'Worker',
  'victim-worker': 'Worker',
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
