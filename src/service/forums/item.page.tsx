import { bringing } from '../../engine/forums/index.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import { casePath, childPath } from '../../record/children/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { ActionTable, actionsAbout } from '../actions/index.ts'
import { findFollowing, type Item } from './itemQueries.ts'
import { type LoadedItem, loadItem } from './loadForum.ts'
import { bringsFor } from './loadRoom.ts'
import { decidePath, forumPath, itemPath, meetingPath, moveItemPath, withdrawPath } from './paths.ts'
import { listReturns } from './returnQueries.ts'
import { Returns } from './roomParts.tsx'
import { Decided, dayOfItem, ItemTag, itemAge, Referral, titleOf } from './words.tsx'

/** A child or a paper on an agenda: why it was brought, what was decided and why. */
export const itemRoute = route({
  method: 'GET',
  path: itemPath,
  permission: 'forums.see',
  audit: { kind: 'none', why: 'the page writes down a view of the child that it names' },
  async handle(request) {
    const { tx, seen } = request
    const found = await loadItem(request)
    if (!found.ok) return found.reason
    const { forum, item, access } = found.value
    if (item.childId) seen([item.childId], `On an agenda: ${forum.title}`)
    const [following, returns, actions] = await Promise.all([
      findFollowing(tx, item.itemId),
      access.reads ? listReturns(tx, [item.itemId]) : [],
      actionsAbout(tx, 'forum-item', [item.itemId]),
    ])
    const back =
      item.meetingId && access.reads
        ? meetingPath.to({ forumId: forum.id, meetingId: item.meetingId })
        : forumPath.to({ forumId: forum.id })
    return page(
      titleOf(item),
      <>
        <PageHeaderActions heading={<bdi>{titleOf(item)}</bdi>} actions={actionsOf(found.value)} />
        <p class="govuk-body">
          {forum.title}, {dayOfItem(item)}. <ItemTag forum={forum} item={item} />
        </p>
        {item.kind === 'child' && <AboutChild item={item} today={request.today} />}
        <h2 class="govuk-heading-m">Why it was brought</h2>
        <Referral forum={forum} item={item} />
        {access.reads && item.kind === 'child' && bringing(forum).length > 0 && (
          <>
            <h2 class="govuk-heading-m">What each agency brought</h2>
            <Returns
              forum={forum}
              item={item}
              returns={returns}
              seats={bringsFor(found.value)}
              which="agencies"
              level={3}
            />
            <h2 class="govuk-heading-m">What those concerned say</h2>
            <Returns forum={forum} item={item} returns={returns} seats={[]} which="voices" level={3} />
          </>
        )}
        {item.state === 'withdrawn' && (
          <p class="govuk-body">
            Taken off the agenda: <bdi>{item.withdrawnReason}</bdi>
          </p>
        )}
        {item.state === 'decided' && (
          <>
            <h2 class="govuk-heading-m">What was decided</h2>
            <Decided forum={forum} item={item} />
          </>
        )}
        {actions.length > 0 && (
          <ActionTable
            id="actions"
            caption="Who does what"
            actions={actions}
            today={request.today}
            who={request.who}
          />
        )}
        {following && <p class="govuk-body">It comes back: {dayOfItem(following)}.</p>}
      </>,
      { above: <BackLink href={back}>Back</BackLink> },
    )
  },
})

function actionsOf({ forum, access, item }: LoadedItem) {
  const of = { forumId: forum.id, itemId: item.itemId }
  const isOpen = item.state === 'waiting'
  const isToDecide = item.meetingState === 'planned' || item.meetingState === 'open'
  return [
    ...(access.keeps && item.meetingId && item.state !== 'withdrawn' && isToDecide
      ? [
          {
            href: decidePath.to(of),
            text: isOpen ? 'Write down the decision' : 'Change what was written down',
            isSecondary: !isOpen,
          },
        ]
      : []),
    ...(access.keeps && isOpen ? [{ href: moveItemPath.to(of), text: 'Move it', isSecondary: true }] : []),
    ...(access.keeps && isOpen
      ? [{ href: withdrawPath.to(of), text: 'Take it off', isSecondary: true }]
      : []),
  ]
}

function AboutChild({ item, today }: { item: Item; today: Request['today'] }) {
  if (item.childId === null) return null
  return (
    <p class="govuk-body">
      {itemAge(item, today)}.{' '}
      <a class="govuk-link" href={childPath.to({ childId: item.childId })}>
        The child’s record
      </a>
      {item.involvementId && (
        <>
          {' '}
          <a
            class="govuk-link"
            href={casePath.to({ childId: item.childId, involvementId: item.involvementId })}
          >
            The case it is about
          </a>
        </>
      )}
    </p>
  )
}
