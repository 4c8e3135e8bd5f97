import type { ComponentChildren } from 'preact'
import { SendingMarks } from '../../engine/forms/index.ts'
import type { Forum } from '../../engine/forums/index.ts'
import {
  forbidden,
  notFound,
  page,
  type Request,
  redirect,
  route,
  turnBack,
} from '../../platform/http/index.ts'
import { BackLink, Button, InsetText } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { ActionTable } from '../actions/index.ts'
import { markAttendance } from './attendanceQueries.ts'
import type { Item } from './itemQueries.ts'
import { type LoadedMeeting, loadForum, loadKept, loadMeeting } from './loadForum.ts'
import { bringsFor, loadRoom } from './loadRoom.ts'
import { changeMeeting, type Meeting } from './meetingQueries.ts'
import {
  attendancePath,
  closeRoomPath,
  decidePath,
  hereInRoomPath,
  itemPath,
  meetingPath,
  minutesPath,
  openRoomPath,
  roomLivePath,
  roomPath,
  showInRoomPath,
} from './paths.ts'
import { type SeatNow, ThreeColumns, WhoIsThere } from './roomParts.tsx'
import {
  Decided,
  decisionTitle,
  ItemTag,
  itemAge,
  MeetingTag,
  Referral,
  shortTitle,
  titleOf,
  whenWords,
} from './words.tsx'

const idsOf = ({ forum, meeting }: LoadedMeeting) => ({ forumId: forum.id, meetingId: meeting.meetingId })

/** A meeting of the forum, for those who see what stands on its agenda. */
async function loadRead(request: Request, load: typeof loadForum = loadForum) {
  const found = await loadMeeting(request, load)
  if (found.ok && !found.value.access.reads) return { ok: false, reason: notFound } as const
  return found
}

/** The page on which all look on the day: what is discussed now, what was brought, what is decided. It follows whoever leads. */
export const roomRoute = route({
  method: 'GET',
  path: roomPath,
  permission: 'forums.see',
  audit: {
    kind: 'none',
    why: 'the page writes down a view of the child who is discussed, and of those on the agenda',
  },
  async handle(request) {
    const found = await loadRead(request)
    if (!found.ok) return found.reason
    const it = found.value
    const { forum, meeting } = it
    const room = await loadRoom(request, it)
    request.seen(
      room.agenda.flatMap(({ childId }) => childId ?? []),
      `In the room: ${forum.title}`,
    )
    const item = room.brought?.item
    const heading = `${shortTitle(forum)}, ${whenWords(meeting)}`
    const said = item
      ? `Now: ${titleOf(item)}${item.state === 'decided' ? `. Decided: ${decisionTitle(forum, item)}` : ''}`
      : stateWords[meeting.state]
    return page(
      heading,
      <div class="tl-room" data-live={roomLivePath.to(idsOf(it))} data-live-said={said}>
        <PageHeaderActions
          heading={heading}
          actions={[
            ...(it.access.keeps && meeting.state === 'open'
              ? [{ href: attendancePath.to(idsOf(it)), text: 'Who is there', isSecondary: true }]
              : []),
            ...(meeting.state === 'planned'
              ? []
              : [{ href: minutesPath.to(idsOf(it)), text: 'Minutes', isSecondary: true }]),
          ]}
        />
        <p class="govuk-body tl-room__line" data-live-line role="status" aria-live="polite"></p>
        <noscript>
          <p class="govuk-body">
            <a class="govuk-link" href={roomPath.to(idsOf(it))}>
              Show what is new
            </a>
          </p>
        </noscript>
        <Part id="room-now">
          <Now request={request} it={it} agenda={room.agenda} place={room.place} today={request.today} />
        </Part>
        <Part id="room-item">
          {item && room.brought ? (
            <>
              <ItemHead forum={forum} item={item} keeps={it.access.keeps} meeting={meeting} />
              {room.brought.actions.length > 0 && (
                <ActionTable
                  id="actions"
                  caption="Who does what"
                  actions={room.brought.actions}
                  today={request.today}
                  who={request.who}
                />
              )}
              {item.kind === 'child' ? (
                <ThreeColumns forum={forum} it={room.brought} seats={bringsFor(it)} level={3} />
              ) : (
                <Referral forum={forum} item={item} />
              )}
            </>
          ) : null}
        </Part>
        <Part id="room-here">
          <Here request={request} it={it} seats={room.seats} />
        </Part>
        <Part id="room-people">
          <h2 class="govuk-heading-m">Who is there</h2>
          <WhoIsThere forum={forum} seats={room.seats} attendance={room.attendance} />
        </Part>
        <Part id="room-agenda">
          <h2 class="govuk-heading-m">Agenda</h2>
          <Agenda request={request} it={it} agenda={room.agenda} today={request.today} />
        </Part>
      </div>,
      { above: <BackLink href={meetingPath.to(idsOf(it))}>The meeting</BackLink>, width: 'wide' },
    )
  },
})

const stateWords: Record<Meeting['state'], string> = {
  planned: 'The meeting has not begun',
  open: 'The meeting has begun',
  closed: 'The meeting is over',
  'called-off': 'The meeting was called off',
}

/** A part of the page that follows the meeting. */
function Part({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div id={id} data-live-part>
      {children}
    </div>
  )
}

type Given = { request: Request; it: LoadedMeeting }

/** How the meeting stands, and what whoever leads can do now. */
function Now({
  request,
  it,
  agenda,
  place,
  today,
}: Given & { agenda: Item[]; place: number; today: Request['today'] }) {
  const { meeting, access } = it
  const previous = agenda[place - 1]
  const next = agenda[place + 1]
  const isToday = Temporal.PlainDate.compare(meeting.day, today) <= 0
  return (
    <>
      <p class="govuk-body">
        <MeetingTag meeting={meeting} today={today} />
        {place >= 0 && ` ${place + 1} of ${agenda.length}`}
      </p>
      {access.keeps && meeting.state === 'planned' && isToday && (
        <OneButton
          request={request}
          action={openRoomPath.to(idsOf(it))}
          id="room-open"
          text="Begin the meeting"
        />
      )}
      {!access.keeps && meeting.state === 'planned' && (
        <InsetText>Whoever leads begins the meeting. This page follows by itself.</InsetText>
      )}
      {access.keeps && meeting.state === 'open' && (
        <div class="govuk-button-group">
          {next && (
            <OneButton
              request={request}
              action={showInRoomPath.to(idsOf(it))}
              id="room-next"
              text={place < 0 ? 'Begin with the first' : 'Next'}
              item={next.itemId}
            />
          )}
          {previous && (
            <OneButton
              request={request}
              action={showInRoomPath.to(idsOf(it))}
              id="room-previous"
              text="Back"
              item={previous.itemId}
              isSecondary
            />
          )}
          <a class="govuk-button govuk-button--secondary" href={closeRoomPath.to(idsOf(it))}>
            End the meeting
          </a>
        </div>
      )}
    </>
  )
}

type ButtonGiven = {
  request: Request
  action: string
  id: string
  text: string
  item?: string
  isSecondary?: boolean
  /** Whom or what it is about, for a screen reader. */
  about?: string
}

function OneButton({ request, action, id, text, item, isSecondary, about }: ButtonGiven) {
  return (
    <form method="post" action={action} class="tl-room__button">
      <SendingMarks request={request} />
      {item !== undefined && <input type="hidden" name="item" value={item} />}
      <Button
        preventDoubleClick
        classes={isSecondary ? 'govuk-button--secondary' : undefined}
        attributes={{ id }}
      >
        {text}
        {about !== undefined && <span class="govuk-visually-hidden">: {about}</span>}
      </Button>
    </form>
  )
}

type HeadGiven = { forum: Forum; item: Item; keeps: boolean; meeting: Meeting }

/** Whom or what it is about now, and what was decided. */
function ItemHead({ forum, item, keeps, meeting }: HeadGiven) {
  const of = { forumId: forum.id, itemId: item.itemId }
  return (
    <>
      <h2 class="govuk-heading-l tl-room__name">
        <bdi>{titleOf(item)}</bdi>
      </h2>
      {item.state === 'decided' ? (
        <Decided forum={forum} item={item} />
      ) : (
        <p class="govuk-body">
          <ItemTag forum={forum} item={item} />
        </p>
      )}
      {keeps && meeting.state === 'open' && (
        <p class="tl-no-print">
          <a class="govuk-button" href={decidePath.to(of)}>
            {item.state === 'decided' ? 'Change what was written down' : 'Write down the decision'}
          </a>
        </p>
      )}
    </>
  )
}

function Agenda({ request, it, agenda, today }: Given & { agenda: Item[]; today: Request['today'] }) {
  const { forum, meeting, access } = it
  return (
    <ol class="govuk-list govuk-list--number tl-room__agenda">
      {agenda.map(item => (
        <li key={item.itemId} aria-current={item.itemId === meeting.itemId ? 'true' : undefined}>
          <a class="govuk-link" href={itemPath.to({ forumId: forum.id, itemId: item.itemId })}>
            <bdi>{titleOf(item)}</bdi>
          </a>
          {item.kind === 'child' && `, ${itemAge(item, today)}`} <ItemTag forum={forum} item={item} />
          {access.keeps && meeting.state === 'open' && item.itemId !== meeting.itemId && (
            <OneButton
              request={request}
              action={showInRoomPath.to(idsOf(it))}
              id={`room-show-${item.itemId}`}
              text="Show to all"
              about={titleOf(item)}
              item={item.itemId}
              isSecondary
            />
          )}
        </li>
      ))}
    </ol>
  )
}

/** “I am here”, for whoever holds a seat. */
function Here({ request, it, seats }: Given & { seats: SeatNow[] }) {
  const { meeting, access } = it
  const own = seats.filter(({ id, marked }) => access.seats.includes(id) && marked?.presence !== 'attended')
  if (meeting.state === 'closed' || meeting.state === 'called-off' || own.length === 0) return null
  return (
    <div class="govuk-button-group tl-no-print">
      {own.map(({ id, title }) => (
        <form key={id} method="post" action={hereInRoomPath.to(idsOf(it))} class="tl-room__button">
          <SendingMarks request={request} />
          <input type="hidden" name="seat" value={id} />
          <Button preventDoubleClick classes="govuk-button--secondary" name="how" value="here">
            I am here: {title}
          </Button>
          <Button preventDoubleClick classes="govuk-button--secondary" name="how" value="phone">
            I join by phone<span class="govuk-visually-hidden">: {title}</span>
          </Button>
        </form>
      ))}
    </div>
  )
}

/** Tells a browser in the room whenever the meeting has changed: not what. */
export const roomLiveRoute = route({
  method: 'GET',
  path: roomLivePath,
  permission: 'forums.see',
  audit: { kind: 'none', why: 'says that something has changed, and of nobody' },
  async handle(request) {
    const found = await loadRead(request)
    if (!found.ok) return found.reason
    return { kind: 'live', topic: `${request.who.serviceId} ${found.value.meeting.meetingId}` }
  },
})

/** Begins the meeting. */
export const openRoomRoute = route({
  method: 'POST',
  path: openRoomPath,
  permission: 'forums.see',
  audit: { kind: 'change', what: 'Began a meeting' },
  async handle(request) {
    const found = await loadMeeting(request, loadKept)
    if (!found.ok) return found.reason
    const { meeting } = found.value
    const to = roomPath.to(idsOf(found.value))
    if (meeting.state !== 'planned') return turnBack(to, stateWords[meeting.state])
    if (Temporal.PlainDate.compare(meeting.day, request.today) > 0)
      return turnBack(to, 'The day of the meeting has not come yet.')
    await changeMeeting(request.tx, meeting, { state: 'open', openedAt: request.now })
    return redirect(to)
  },
})

/** Moves all who look on to one child or paper. */
export const showInRoomRoute = route({
  method: 'POST',
  path: showInRoomPath,
  permission: 'forums.see',
  audit: { kind: 'change', what: 'Moved a meeting on' },
  async handle(request) {
    const found = await loadMeeting(request, loadKept)
    if (!found.ok) return found.reason
    const { meeting } = found.value
    const to = roomPath.to(idsOf(found.value))
    if (meeting.state !== 'open') return turnBack(to, stateWords[meeting.state])
    const { agenda } = await loadRoom(request, found.value)
    const item = agenda.find(({ itemId }) => itemId === request.sent.one('item'))
    if (!item) return turnBack(to, 'That does not stand on the agenda any more.')
    await changeMeeting(request.tx, meeting, { itemId: item.itemId })
    return redirect(to)
  },
})

/** Somebody who holds a seat says that they are there. */
export const hereInRoomRoute = route({
  method: 'POST',
  path: hereInRoomPath,
  permission: 'forums.see',
  audit: { kind: 'change', what: 'Said that they are at a meeting' },
  async handle(request) {
    const { tx, who, now, sent } = request
    const found = await loadRead(request)
    if (!found.ok) return found.reason
    const { access, meeting } = found.value
    const to = roomPath.to(idsOf(found.value))
    const seat = sent.one('seat')
    if (!access.seats.includes(seat)) return forbidden('You hold another seat.')
    if (meeting.state === 'closed' || meeting.state === 'called-off')
      return turnBack(to, stateWords[meeting.state])
    const byPhone = sent.one('how') === 'phone'
    const of = { serviceId: who.serviceId, meetingId: meeting.meetingId, by: who.userId, at: now }
    await markAttendance(tx, of, { seat, presence: 'attended', name: who.name, byPhone })
    return redirect(to)
  },
})
