import { type FaultAt, type FaultKind, type PageAnswer, page } from '../../platform/http/index.ts'
import { lookFrom } from '../easyRead/index.ts'
import { ownPagePath } from './paths.ts'
import { lookCookie } from './visit.tsx'

type Words = { title: string; lines: readonly string[]; status: PageAnswer['status'] }

const words: Readonly<Record<FaultKind, Words>> = {
  'not-found': {
    title: 'There is no page here',
    lines: ['Is the link right? If you are not sure, ask the person who gave it to you.'],
    status: 404,
  },
  stale: { title: 'That was open too long', lines: ['It was not sent. Please send it again.'], status: 403 },
  'too-many': {
    title: 'That was too quick for us',
    lines: ['Wait a minute. Then go back and try again.', 'What you wrote is still there.'],
    status: 429,
  },
  'too-large': { title: 'That was too much', lines: ['Go back and write less.'], status: 422 },
  unreadable: { title: 'We could not read that', lines: ['Go back and send it again.'], status: 422 },
  unavailable: {
    title: 'This does not work for a moment',
    lines: ['Wait a minute. Then go back and try again.', 'What you wrote is still there.'],
    status: 503,
  },
  failed: {
    title: 'Something went wrong',
    lines: ['It is our fault, not yours. Go back and try again.', 'What you wrote is still there.'],
    status: 500,
  },
}

/**
 * What somebody reads on a page of their own when something is wrong: plain words, nothing of the program, and what they
 * wrote. Undefined for every other address.
 */
export function faultOnOwnPage({ kind, address, cookies, sent }: FaultAt): PageAnswer | undefined {
  const [, my, token = ''] = address.split('/')
  if (my !== ownPagePath.pattern.split('/')[1]) return undefined
  const { title, lines, status } = words[kind]
  const wrote = sent?.one('words').trim() ?? ''
  const body = (
    <>
      <h1>{title}</h1>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      {wrote !== '' && (
        <>
          <p>You wrote this. Copy it, so that it is not lost:</p>
          <p>
            <textarea rows={4} readOnly dir="auto" aria-label="What you wrote">
              {wrote}
            </textarea>
          </p>
        </>
      )}
      {kind !== 'not-found' && (
        <p>
          <a class="tl-own-button" href={ownPagePath.to({ token })}>
            Open your page again
          </a>
        </p>
      )}
      <p>Is somebody in danger? Call 999.</p>
    </>
  )
  return page(title, body, { status, own: { looks: lookFrom((cookies[lookCookie] ?? '').split('.')) } })
}
