import { form, formPage, type Option } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { changeItem, listAgenda } from './itemQueries.ts'
import { type LoadedItem, loadItem, loadKept } from './loadForum.ts'
import { listMeetingsFrom } from './meetingQueries.ts'
import { itemPath, moveItemPath, withdrawPath } from './paths.ts'
import { titleOf, whenWords } from './words.tsx'

const pageOf = ({ forum, item }: LoadedItem) => itemPath.to({ forumId: forum.id, itemId: item.itemId })

/** What is not decided yet, for whoever looks after the meeting. */
async function loadOpen(request: Request) {
  const found = await loadItem(request, loadKept)
  if (!found.ok) return found
  const { item, forum } = found.value
  if (item.childId) request.seen([item.childId], `On an agenda: ${forum.title}`)
  return item.state === 'waiting'
    ? found
    : refused(turnBack(pageOf(found.value), 'Only what is not decided yet can be moved or taken off.'))
}

/** To another meeting, or to another place on the agenda. */
export const moveItemRoutes = formPage({
  path: moveItemPath,
  permission: 'forums.see',
  change: 'Moved something on an agenda',
  async load(request) {
    const found = await loadOpen(request)
    if (!found.ok) return refused(found.reason)
    const { forum, item } = found.value
    const coming = await listMeetingsFrom(request.tx, forum.id, request.today)
    const meetings = coming.filter(
      ({ state, meetingId }) => state === 'planned' || state === 'open' || meetingId === item.meetingId,
    )
    return meetings.length > 0
      ? ok({ ...found.value, meetings })
      : refused(turnBack(pageOf(found.value), 'There is no other meeting yet: plan one first.'))
  },
  form: ({ meetings }) =>
    form({
      id: 'move-item',
      fields: {
        meeting: {
          kind: 'choice',
          label: 'At which meeting?',
          required: 'Choose the meeting',
          options: meetings.map((it): Option => ({ value: it.meetingId, label: whenWords(it) })),
        },
        place: {
          kind: 'number',
          label: 'At which place on its agenda?',
          hint: '1 comes first. Leave it empty for the last.',
          min: 1,
          max: 500,
        },
      },
    }),
  title: ({ item }) => `Move on the agenda: ${titleOf(item)}`,
  back: it => pageOf(it),
  initial: ({ item, meetings }) => ({ meeting: item.meetingId ?? meetings[0]?.meetingId ?? '' }),
  version: ({ item }) => item.version,
  submit: 'Move it',
  async save({ tx }, { meeting, place }, loaded) {
    const { item } = loaded
    const others = (await listAgenda(tx, meeting)).filter(({ itemId }) => itemId !== item.itemId)
    if (item.childId && others.some(({ childId }) => childId === item.childId))
      return {
        kind: 'errors',
        errors: [{ field: 'meeting', message: 'The child stands on this agenda already' }],
      }
    const at = Math.min(place ?? others.length + 1, others.length + 1)
    const before = others.slice(0, at - 1)
    await changeItem(tx, item, { meetingId: meeting, dueOn: null, place: at })
    for (const [index, other] of others.entries()) {
      const becomes = index < before.length ? index + 1 : index + 2
      if (other.place !== becomes) await changeItem(tx, other, { place: becomes })
    }
    return redirect(pageOf(loaded), 'Moved.')
  },
})

/** Off the agenda: it stays where it is read, with the reason. */
export const withdrawRoutes = formPage({
  path: withdrawPath,
  permission: 'forums.see',
  change: 'Took something off an agenda',
  load: loadOpen,
  form: () =>
    form({
      id: 'withdraw',
      fields: {
        why: {
          kind: 'textarea',
          label: 'Why?',
          required: 'Say why it is taken off the agenda',
          maxLength: 1_000,
          rows: 3,
        },
      },
    }),
  title: ({ item }) => `Take off the agenda: ${titleOf(item)}`,
  back: it => pageOf(it),
  version: ({ item }) => item.version,
  submit: 'Take it off',
  isWarning: true,
  async save({ tx }, { why }, loaded) {
    await changeItem(tx, loaded.item, { state: 'withdrawn', withdrawnReason: why })
    return redirect(pageOf(loaded), 'Taken off the agenda.')
  },
})
