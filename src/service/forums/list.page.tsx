import { writeCadence } from '../../engine/forums/index.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type LoadedForum, listMine } from './loadForum.ts'
import { listNextMeetings, type Meeting } from './meetingQueries.ts'
import { forumPath, forumsPath, meetingPath } from './paths.ts'
import { MeetingTag, whenWords } from './words.tsx'

/** The standing meetings with which somebody has anything to do, and when each meets next. */
export const forumsRoute = route({
  method: 'GET',
  path: forumsPath,
  permission: 'forums.see',
  audit: { kind: 'none', why: 'says when meetings are, and of no child' },
  async handle(request) {
    const mine = await listMine(request)
    const next = await listNextMeetings(request.tx, request.today)
    return page(
      'Panels and meetings',
      <>
        <PageHeaderActions heading="Panels and meetings" />
        {mine.length === 0 ? (
          <EmptyState title="You sit in no meeting">
            The meetings in which you hold a seat, and those to which you may bring a child or a paper, stand
            here. Whoever looks after a meeting gives out its seats.
          </EmptyState>
        ) : (
          <ForumTable mine={mine} next={next} today={request.today} />
        )}
      </>,
      { width: 'wide' },
    )
  },
})

type Given = { mine: readonly LoadedForum[]; next: readonly Meeting[]; today: Request['today'] }

function ForumTable({ mine, next, today }: Given) {
  const nextOf = ({ forum }: LoadedForum) => next.find(each => each.forum === forum.id)
  return (
    <SortableTable
      id="forums"
      caption="Standing meetings"
      isCaptionHidden
      rows={mine}
      rowKey={({ forum }) => forum.id}
      columns={[
        {
          key: 'title',
          heading: 'Meeting',
          isRowHeader: true,
          cell: ({ forum }) => (
            <a class="govuk-link" href={forumPath.to({ forumId: forum.id })}>
              {forum.title}
            </a>
          ),
        },
        { key: 'cadence', heading: 'Meets', cell: ({ forum }) => writeCadence(forum.cadence) },
        {
          key: 'next',
          heading: 'Next',
          cell: it => {
            const meeting = nextOf(it)
            if (!meeting) return 'Not planned'
            const ids = { forumId: it.forum.id, meetingId: meeting.meetingId }
            return it.access.reads ? (
              <a class="govuk-link" href={meetingPath.to(ids)}>
                {whenWords(meeting)}
              </a>
            ) : (
              whenWords(meeting)
            )
          },
        },
        {
          key: 'state',
          heading: 'How it stands',
          cell: it => {
            const meeting = nextOf(it)
            return meeting && <MeetingTag meeting={meeting} today={today} />
          },
        },
        {
          key: 'items',
          heading: 'On its agenda',
          isNumeric: true,
          cell: it => (it.access.reads ? (nextOf(it)?.items ?? '') : ''),
        },
        {
          key: 'part',
          heading: 'Your part',
          cell: ({ forum, access }) => partWords(forum, access),
        },
      ]}
    />
  )
}

function partWords(
  forum: LoadedForum['forum'],
  { seats, keeps, refers, reads }: LoadedForum['access'],
): string {
  const sits = seats.map(seat => forum.seats[seat]?.title ?? seat)
  return [
    ...(sits.length > 0 ? [`You sit for: ${sits.join(', ')}`] : []),
    ...(keeps ? ['You look after it'] : []),
    ...(refers ? ['You may bring to it'] : []),
    ...(reads && sits.length === 0 && !keeps && !refers ? ['You may read it'] : []),
  ].join('. ')
}
