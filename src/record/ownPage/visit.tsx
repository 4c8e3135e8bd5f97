import type { ComponentChildren } from 'preact'
import { dayInUk } from '../../kernel/ukDay.ts'
import { inTransaction, type Work } from '../../platform/database/index.ts'
import { type Answer, page, type Visit } from '../../platform/http/index.ts'
import { type Look, lookFrom } from '../easyRead/index.ts'
import { type Standing, standingOf } from './ownPage.ts'
import { byOwnPage, type FoundPage, findOwnPage, isOpenIn } from './ownPageQueries.ts'
import { openOwnPagePath } from './paths.ts'

/** What a browser keeps of a page that was opened in it, and how its reader wants pages to look. Neither names anybody. */
export const openCookie = 'throughline-own'
export const lookCookie = 'throughline-look'

/** The looks that the reader chose. */
export const looksOf = ({ cookies }: Visit): Look[] => lookFrom((cookies[lookCookie] ?? '').split('.'))

/** A page without the frame of the program. */
export function ownPage(
  visit: Visit,
  title: string,
  body: ComponentChildren,
  status: 200 | 422 = 200,
): Answer {
  return page(title, body, { status, own: { looks: looksOf(visit) } })
}

/** The same words for a link that never was and for one that has had its time. */
export function overPage(visit: Visit): Answer {
  const title = 'This page does not work any more'
  return ownPage(
    visit,
    title,
    <>
      <h1>{title}</h1>
      <p>Ask the person who gave it to you for a new one.</p>
    </>,
  )
}

/** Asks for the PIN. It says of nobody whose page it is, nor of whom. */
export function pinPage(visit: Visit, standing: Exclude<Standing, { kind: 'over' }>, error?: string): Answer {
  const title = 'Your page'
  const isResting = standing.kind === 'resting'
  return ownPage(
    visit,
    title,
    <>
      <h1>{title}</h1>
      {isResting ? (
        <p class="tl-own-error" role="alert">
          There were too many wrong PINs. Wait{' '}
          {standing.minutes === 1 ? '1 minute' : `${standing.minutes} minutes`}. Then try again.
        </p>
      ) : (
        <form
          method="post"
          action={openOwnPagePath.to({ token: visit.params.token ?? '' })}
          autocomplete="off"
        >
          <input type="hidden" name="_csrf" value={visit.csrfToken} />
          <label for="pin">Type your PIN</label>
          {error && (
            <p class="tl-own-error" id="pin-error" role="alert">
              {error}
            </p>
          )}
          <p>
            <input
              class="tl-own-pin"
              id="pin"
              name="pin"
              type="password"
              inputmode="numeric"
              autocomplete="off"
              maxLength={12}
              aria-describedby={error ? 'pin-error' : undefined}
            />
          </p>
          <button class="tl-own-main" type="submit">
            Open
          </button>
        </form>
      )}
      <p>Did you forget it? Ask the person who gave it to you.</p>
    </>,
    error ? 422 : 200,
  )
}

/** Runs work in a transaction that belongs to a page, and to nobody who works here. */
export function asPage<T>(
  visit: Visit,
  it: FoundPage,
  purpose: string,
  work: (tx: Work) => Promise<T>,
): Promise<T> {
  const context = { serviceId: it.serviceId, request: visit.requestId, purpose, today: dayInUk(visit.now) }
  return inTransaction(visit.platform.db, context, async tx => {
    await byOwnPage(tx, visit.params.token ?? '')
    return work(tx)
  })
}

/** What stands in the audit beside what is done on a page. */
const onWhose = { child: 'on the child’s own page', parent: 'on a parent’s own page' } as const

type Opened = { it: FoundPage; tx: Work; purpose: string }

/**
 * Does something on a page that its reader has opened, in one transaction; asks for the PIN where it is not open in this
 * browser.
 * @param what begins with a verb in the past: “Marked a goal”
 */
export async function onOpenPage(
  visit: Visit,
  what: string,
  work: (opened: Opened) => Promise<Answer>,
): Promise<Answer> {
  const it = await findOwnPage(visit.platform.db, visit.params.token ?? '')
  const standing = it && standingOf(it, visit.now)
  if (!it || !standing || standing.kind === 'over') return overPage(visit)
  const kept = visit.cookies[openCookie]
  const purpose = `${what} ${onWhose[it.whose]}`
  const answer =
    kept &&
    (await asPage(visit, it, purpose, async tx =>
      (await isOpenIn(tx, it, kept, visit.now)) ? work({ it, tx, purpose }) : undefined,
    ))
  // Whoever has it open already goes on although somebody else types wrong PINs.
  return answer || pinPage(visit, standing)
}
