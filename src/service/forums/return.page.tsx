import { type Fields, formPage, typedAnswers } from '../../engine/forms/index.ts'
import { type Brings, findSeat, type Seat } from '../../engine/forums/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { forbidden, notFound, redirect, turnBack } from '../../platform/http/index.ts'
import { hasPartIn } from '../../record/children/index.ts'
import { type LoadedItem, loadItem } from './loadForum.ts'
import { bringsFor } from './loadRoom.ts'
import { itemPath, returnPath } from './paths.ts'
import { listReturns, type Return, saveReturn } from './returnQueries.ts'
import { Referral, titleOf } from './words.tsx'

type Loaded = LoadedItem & {
  childId: string
  seatId: string
  seat: Seat
  brings: Brings
  given: Return | undefined
  ownName: string
}

const nothing = 'return-known'
const forWhom = 'return-by'

/** What an agency brings about a child, by the questions of its seat: from whoever holds it, or taken down for them. */
export const returnRoutes = formPage<Fields, Loaded>({
  path: returnPath,
  permission: 'forums.see',
  change: 'Brought to a meeting what an agency knows',
  async load(request) {
    const found = await loadItem(request)
    if (!found.ok) return refused(found.reason)
    const { forum, item } = found.value
    const seatId = request.params.seat ?? ''
    const seat = findSeat(forum, seatId)
    if (!seat?.brings || item.childId === null) return refused(notFound)
    const holdsCase = seat.agency === youthJustice && (await hasPartIn(request.tx, item.childId))
    if (!holdsCase && !bringsFor(found.value).includes(seatId))
      return refused(forbidden('Whoever holds this seat brings that.'))
    request.seen([item.childId], `On an agenda: ${forum.title}`)
    const isOver = item.state === 'withdrawn' || item.meetingState === 'closed'
    if (isOver && request.sent.names().length === 0)
      return refused(
        turnBack(
          itemPath.to({ forumId: forum.id, itemId: item.itemId }),
          'The meeting is over: what was brought stays as it is.',
        ),
      )
    const given = (await listReturns(request.tx, [item.itemId])).find(each => each.seat === seatId)
    return ok({
      ...found.value,
      childId: item.childId,
      seatId,
      seat,
      brings: seat.brings,
      given,
      ownName: request.who.name,
    })
  },
  form: ({ brings }) => ({
    id: 'agency-return',
    fields: {
      [nothing]: {
        kind: 'choice',
        label: 'Is anything known of this child?',
        required: 'Choose whether anything is known',
        options: [
          { value: 'known', label: 'Something is known' },
          { value: 'nothing', label: 'Nothing is known' },
        ],
      },
      ...Object.fromEntries(
        Object.entries(brings.asks).map(([name, field]) => [
          name,
          field.appliesWhen ? field : { ...field, appliesWhen: { field: nothing, is: ['known'] } },
        ]),
      ),
      [forWhom]: {
        kind: 'text',
        label: 'Who says this?',
        required: 'Enter who says this',
        hint: 'Their name, where you take it down for somebody else.',
        isName: true,
        maxLength: 120,
      },
    },
  }),
  title: ({ brings, item }) => `${brings.title}: ${titleOf(item)}`,
  intro: ({ forum, item }) => <Referral forum={forum} item={item} />,
  back: ({ forum, item }) => itemPath.to({ forumId: forum.id, itemId: item.itemId }),
  initial: ({ brings, given, ownName }) => ({
    [forWhom]: given?.givenName ?? ownName,
    ...(given && { [nothing]: given.knowsNothing ? 'nothing' : 'known' }),
    ...(given && typedAnswers(brings.asks, given.answers)),
  }),
  version: ({ given }) => given?.version ?? 0,
  submit: 'Bring it',
  async save(request, _values, loaded, answers) {
    const { tx, who, now } = request
    const { forum, item, seatId, childId, given } = loaded
    if (item.state === 'withdrawn' || item.meetingState === 'closed')
      return turnBack(
        itemPath.to({ forumId: forum.id, itemId: item.itemId }),
        'Not saved: the meeting is over.',
      )
    const { [nothing]: known, [forWhom]: name, ...said } = answers
    const saved = await saveReturn(
      tx,
      {
        serviceId: who.serviceId,
        itemId: item.itemId,
        childId,
        seat: seatId,
        answers: said,
        knowsNothing: known === 'nothing',
        by: who.userId,
        name: String(name),
        at: now,
      },
      given?.version ?? 0,
    )
    if (!saved)
      return turnBack(
        itemPath.to({ forumId: forum.id, itemId: item.itemId }),
        'Not saved: somebody else brought something for this seat at the same time.',
      )
    return redirect(itemPath.to({ forumId: forum.id, itemId: item.itemId }), 'Brought to the meeting.')
  },
})

/** The agency whose seat whoever works with the child may speak for too. */
const youthJustice = 'Youth justice service'
