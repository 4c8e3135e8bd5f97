import type { Forum } from '../../engine/forums/index.ts'
import { findForum, practiceInUse } from '../../engine/packs/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, forbidden, notFound, type Request } from '../../platform/http/index.ts'
import { accessTo, type ForumAccess } from './access.ts'
import { findItem, type Item } from './itemQueries.ts'
import { findMeeting, type Meeting } from './meetingQueries.ts'
import { listSeatsOf } from './seatQueries.ts'

export type LoadedForum = { forum: Forum; access: ForumAccess }

/** The forums with which somebody has anything to do, with what they may do there, in the order of the definitions. */
export async function listMine({ tx, who, today }: Request): Promise<LoadedForum[]> {
  const held = await listSeatsOf(tx, who.userId, today)
  return practiceInUse().forums.flatMap(forum => {
    const seats = held.filter(each => each.forum === forum.id).map(({ seat }) => seat)
    const access = accessTo(forum, who.roles, seats)
    return access ? [{ forum, access }] : []
  })
}

/** The forum that a request is about; not found where there is none, or the person has nothing to do with it. */
export async function loadForum(request: Request): Promise<Result<LoadedForum, Answer>> {
  const forum = findForum(practiceInUse(), request.params.forumId ?? '')
  const found = forum && (await listMine(request)).find(each => each.forum === forum)
  return found ? ok(found) : refused(notFound)
}

/** The same, for whoever plans its meetings and writes down what is decided. */
export async function loadKept(request: Request): Promise<Result<LoadedForum, Answer>> {
  const found = await loadForum(request)
  if (!found.ok || found.value.access.keeps) return found
  return refused(forbidden('Whoever leads this meeting, or looks after it, does that.'))
}

export type LoadedMeeting = LoadedForum & { meeting: Meeting }

/** A meeting of the forum that a request is about. A form that is sent holds it until the request is done. */
export async function loadMeeting(
  request: Request,
  load: typeof loadForum = loadForum,
): Promise<Result<LoadedMeeting, Answer>> {
  const found = await load(request)
  if (!found.ok) return found
  const use = request.sent.names().length > 0 ? 'to-move' : 'to-read'
  const meeting = await findMeeting(request.tx, request.params.meetingId ?? '', use)
  return meeting && meeting.forum === found.value.forum.id
    ? ok({ ...found.value, meeting })
    : refused(notFound)
}

export type LoadedItem = LoadedForum & { item: Item }

/** What stands on an agenda of the forum: for those who see all of it, and for whoever brought it. */
export async function loadItem(
  request: Request,
  load: typeof loadForum = loadForum,
): Promise<Result<LoadedItem, Answer>> {
  const found = await load(request)
  if (!found.ok) return found
  const { forum, access } = found.value
  const use = request.sent.names().length > 0 ? 'to-move' : 'to-read'
  const item = await findItem(request.tx, request.params.itemId ?? '', use)
  const isSeen = item && (access.reads || item.referredById === request.who.userId)
  return item && isSeen && item.forum === forum.id ? ok({ ...found.value, item }) : refused(notFound)
}
