import type { Forum } from '../../engine/forums/index.ts'
import { findForum, practiceInUse } from '../../engine/packs/index.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { childOf, childPage, meetingsPath } from '../../record/children/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type Item, listOfChild } from './itemQueries.ts'
import { listMine } from './loadForum.ts'
import { chooseForumPath, itemPath } from './paths.ts'
import { Decided, dayOfItem, ItemTag, shortTitle } from './words.tsx'

/** The meetings at which a child is or was discussed, and what was decided. */
export const childPanelsRoute = route({
  method: 'GET',
  path: meetingsPath,
  permission: 'forums.ofChild',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the meetings about the child' },
  async handle(request) {
    const child = await childOf(request)
    if (!child) return notFound
    const items = await listOfChild(request.tx, child.childId)
    const mine = await listMine(request)
    const mayBring =
      may('forums.bring', request.who.roles, child.isRelated) &&
      mine.some(({ forum, access }) => access.refers && forum.agenda.includes('child'))
    const opens = (it: Item) =>
      mine.some(
        ({ forum, access }) =>
          forum.id === it.forum && (access.reads || it.referredById === request.who.userId),
      )
    return childPage(request, {
      section: 'meetings',
      title: 'Panels',
      body: (
        <>
          <PageHeaderActions
            heading="Panels"
            actions={
              mayBring ? [{ href: chooseForumPath.to(child), text: 'Bring the child to a meeting' }] : []
            }
          />
          <Discussed items={items} opens={opens} />
        </>
      ),
    })
  },
})

type Given = { items: Item[]; opens: (item: Item) => boolean }

function Discussed({ items, opens }: Given) {
  const rows = items.flatMap(item => {
    const forum = findForum(practiceInUse(), item.forum)
    return forum ? [{ item, forum }] : []
  })
  return (
    <SortableTable
      id="panels"
      caption="Meetings about the child"
      isCaptionHidden
      rows={rows}
      rowKey={({ item }) => item.itemId}
      empty={
        <EmptyState title="No meeting has discussed this child">
          Panels and risk meetings to which the child is brought stand here, with what they decide.
        </EmptyState>
      }
      columns={[
        { key: 'when', heading: 'When', isRowHeader: true, cell: ({ item }) => dayOfItem(item) },
        {
          key: 'forum',
          heading: 'Meeting',
          cell: ({ item, forum }) =>
            opens(item) ? (
              <a class="govuk-link" href={itemPath.to({ forumId: forum.id, itemId: item.itemId })}>
                {shortTitle(forum)}
              </a>
            ) : (
              shortTitle(forum)
            ),
        },
        { key: 'what', heading: 'What was decided', cell: each => <Outcome {...each} /> },
      ]}
    />
  )
}

function Outcome({ item, forum }: { item: Item; forum: Forum }) {
  return item.state === 'decided' ? (
    <Decided forum={forum} item={item} />
  ) : (
    <ItemTag forum={forum} item={item} />
  )
}
