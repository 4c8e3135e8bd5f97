import { createHmac } from 'node:crypto'
import { type Answers, jsonName } from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { type ApiAnswer, type ApiRequest, apiRoute, invalid, problem } from '../../platform/api/index.ts'
import type { Secret } from '../../platform/config/index.ts'
import { notificationBodies, readNotification, sentSchema, stateSchema } from './apiNotification.ts'
import {
  findSent,
  keepSender,
  type Prints,
  recordTold,
  recordToldClosed,
  type SentNotification,
} from './apiSenderQueries.ts'
import { toldReason } from './closeReasons.ts'
import { keepNotification } from './notificationQueries.ts'
import { apiNotificationPath, apiNotificationsPath } from './paths.ts'

/** The longest notes that the form takes, in any script: two million letters of three bytes each. */
const mostBytes = 8 * 1024 * 1024

async function take({ platform, tx, json, today, now, caller }: ApiRequest): Promise<ApiAnswer> {
  const read = readNotification(json, today)
  if (!read.ok) return invalid(read.reason)
  const { answers, routeIn } = read.value
  if (caller.ways && !caller.ways.includes(routeIn))
    return problem('missing-scope', {
      detail: `This key may not send by “${routeIn}”. Ask for one that may.`,
    })
  const { notificationId, differing } = await keepNotification(tx, read.value)
  const prints = printsOf(platform.secret, notificationId, answers)
  // What came before may be somebody else's: nothing is then said of it, or what it says could be found out by guessing.
  // One's own is compared with what one sent, not with the record, which may be hidden by now.
  const before = differing && (await findSent(tx, caller, notificationId))
  const differs = Object.keys(before ? prints : {}).filter(name => prints[name] !== before?.prints[name])
  // Only what this system brought is its own: else sending what another sent would be a way to ask about it.
  if (!differing) await keepSender(tx, caller, notificationId, { prints, now })
  const body = { id: notificationId, known: differing !== undefined, differs: differs.map(jsonName) }
  if (differing) return { kind: 'done', status: 200, body }
  return { kind: 'done', status: 201, body, location: apiNotificationPath.to({ notificationId }) }
}

/** A print of each answer of one notification. Keyed, since a name or a school can be guessed. */
function printsOf(secret: Secret, notificationId: string, answers: Answers): Prints {
  const key = secret.derive('prints of what was sent')
  const print = (name: string) =>
    createHmac('sha256', key)
      .update(`${notificationId}\n${name}\n${JSON.stringify(answers[name])}`)
      .digest('base64url')
      .slice(0, 22)
  return Object.fromEntries(Object.keys(answers).map(name => [name, print(name)]))
}

async function tell({ tx, params, caller, now }: ApiRequest): Promise<ApiAnswer> {
  const id = parseId<'notification'>(params.notificationId ?? '')
  const sent = id && (await findSent(tx, caller, id))
  if (!sent) return problem('not-found')
  const { childId, closedReason, toldClosed } = sent
  if (childId !== null) await recordTold(tx, caller, { notificationId: id, childId }, now)
  if (closedReason !== null && closedReason !== toldClosed)
    await recordToldClosed(tx, caller, id, closedReason)
  const body = { id, sent_at: sent.sentAt.toString(), ...becameOf(sent) }
  return { kind: 'done', status: 200, body }
}

/**
 * What a sender may know. Where the child is hidden from it, what it was told before goes on in its eyes, or else the
 * notification goes on waiting: any change would tell that the record exists, and is restricted.
 */
function becameOf({ childId, toldAt, closedReason, toldClosed }: SentNotification) {
  const closed = closedReason ?? (childId === null && toldAt === null ? toldClosed : null)
  if (closed !== null) return { state: 'closed', reason: toldReason(closed) }
  return { state: childId === null && toldAt === null ? 'waiting' : 'case-opened' }
}

const exampleId = '019aa1f0-3c00-7000-8000-00000000c0de'

export const notificationApiRoutes = [
  apiRoute({
    method: 'POST',
    path: apiNotificationsPath,
    scope: 'notifications:write',
    audit: { kind: 'change', what: 'Sent a notification through the API' },
    maxBytes: mostBytes,
    isOnce: true,
    operation: {
      id: 'sendNotification',
      title: 'Send a notification or a referral',
      words: [
        'One about one child. “route” says by which way in it comes, and so which questions it answers. It is checked as a row of a file is, and waits in Arrivals until somebody has said which child it is about.',
        'One crime may have several children: send a notification for each, all with the same police reference.',
      ],
      bodies: notificationBodies,
      answers: {
        201: {
          name: 'SentNotification',
          of: () => sentSchema,
          words: 'It is kept, and waits for somebody to say which child it is about.',
          example: { id: exampleId, known: false, differs: [] },
        },
        200: {
          name: 'SentNotification',
          of: () => sentSchema,
          words:
            'It came before: by the same way in, with the same reference, name and date of birth. Nothing was changed; where this system itself had sent it, “differs” names the fields that say something else now.',
          example: { id: exampleId, known: true, differs: ['school'] },
        },
      },
    },
    handle: take,
  }),
  apiRoute({
    method: 'GET',
    path: apiNotificationPath,
    scope: 'notifications:read',
    audit: { kind: 'view', what: 'Told the sender of a notification that a case is open' },
    operation: {
      id: 'whatBecameOfIt',
      title: 'Ask what became of a notification',
      words: [
        'For the system that sent it, and for no other. It says whether a case was opened or why not, and nothing of the case or of the people who work on it.',
        'Ask at most once an hour: people do this work, by day.',
      ],
      params: { notificationId: 'The id that sending it was answered with' },
      answers: {
        200: {
          name: 'NotificationState',
          of: () => stateSchema,
          words: 'What became of it so far.',
          example: {
            id: exampleId,
            sent_at: '2026-11-20T09:30:00Z',
            state: 'closed',
            reason: 'not-of-this-area',
          },
        },
      },
    },
    handle: tell,
  }),
]
