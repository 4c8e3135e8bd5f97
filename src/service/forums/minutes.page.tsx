import { DocumentView, writeWord } from '../../engine/documents/index.ts'
import { notFound, page, type Request, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { actionsAbout } from '../actions/index.ts'
import { loadMeeting } from './loadForum.ts'
import { loadRoom } from './loadRoom.ts'
import { listMeetingsFrom } from './meetingQueries.ts'
import { minutesOf } from './minutes.ts'
import { meetingPath, minutesPath, minutesWordPath } from './paths.ts'

/** The minutes of a meeting, with a view of every child in them written down. */
async function loadMinutes(request: Request) {
  const found = await loadMeeting(request)
  if (!found.ok) return found
  const { forum, access, meeting } = found.value
  if (!access.reads || meeting.state === 'planned' || meeting.state === 'called-off')
    return { ok: false, reason: notFound } as const
  const { agenda, attendance, seats } = await loadRoom(request, found.value)
  request.seen(
    agenda.flatMap(({ childId }) => childId ?? []),
    `In the minutes: ${forum.title}`,
  )
  const after = await listMeetingsFrom(request.tx, forum.id, meeting.day.add({ days: 1 }))
  const next = after.find(({ state }) => state === 'planned')
  const ids = agenda.map(({ itemId }) => itemId)
  const actions = await actionsAbout(request.tx, 'forum-item', ids)
  return {
    ok: true,
    value: { ...found.value, tree: minutesOf({ forum, meeting, seats, attendance, agenda, next, actions }) },
  } as const
}

export const minutesRoute = route({
  method: 'GET',
  path: minutesPath,
  permission: 'forums.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const found = await loadMinutes(request)
    if (!found.ok) return found.reason
    const { forum, meeting, tree } = found.value
    const of = { forumId: forum.id, meetingId: meeting.meetingId }
    return page(
      tree.title,
      <>
        <PageHeaderActions
          heading={tree.title}
          actions={[{ href: minutesWordPath.to(of), text: 'As a Word file', isSecondary: true }]}
        />
        <DocumentView tree={tree} />
      </>,
      { above: <BackLink href={meetingPath.to(of)}>The meeting</BackLink> },
    )
  },
})

export const minutesWordRoute = route({
  method: 'GET',
  path: minutesWordPath,
  permission: 'forums.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const found = await loadMinutes(request)
    if (!found.ok) return found.reason
    const { meeting, forum, tree } = found.value
    const given = {
      creator: request.who.serviceName,
      at: request.now,
      pictures: new Map<string, Uint8Array>(),
    }
    return {
      kind: 'file',
      name: `${forum.id}-${meeting.day}-minutes.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: await writeWord(tree, given),
    }
  },
})
