import { form, formPage, typedDate } from '../../engine/forms/index.ts'
import { findSeat } from '../../engine/forums/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { listEverybody } from '../../record/children/index.ts'
import { loadKept } from './loadForum.ts'
import { addHolderPath, changeHolderPath, forumPath } from './paths.ts'
import { endHolder, findHolder, insertHolder } from './seatQueries.ts'

const elsewhere = 'elsewhere'

/** Gives a seat to somebody who signs in here, or to somebody from outside. */
export const addHolderRoutes = formPage({
  path: addHolderPath,
  permission: 'forums.see',
  change: 'Gave somebody a seat in a meeting',
  async load(request) {
    const found = await loadKept(request)
    if (!found.ok) return found
    const seatId = request.params.seat ?? ''
    const seat = findSeat(found.value.forum, seatId)
    if (!seat) return refused(notFound)
    const people = (await listEverybody(request.tx)).filter(({ roles }) =>
      roles.some(role => seat.roles?.includes(role)),
    )
    return ok({ ...found.value, seatId, seat, people, today: request.today })
  },
  form: ({ people }) =>
    form({
      id: 'seat-holder',
      fields: {
        who: {
          kind: 'choice',
          label: 'Who?',
          required: 'Choose who sits here',
          options: [
            ...people.map(({ userId, name }) => ({ value: userId, label: name })),
            {
              value: elsewhere,
              label: 'Somebody who does not sign in here',
              hint: 'They answer by a link of their own.',
            },
          ],
        },
        name: {
          kind: 'text',
          label: 'What is their name?',
          isName: true,
          maxLength: 120,
          required: 'Enter their name',
          appliesWhen: { field: 'who', is: [elsewhere] },
        },
        email: {
          kind: 'email',
          label: 'What is their e-mail address at work?',
          appliesWhen: { field: 'who', is: [elsewhere] },
        },
        from: {
          kind: 'date',
          label: 'From which day on?',
          required: 'Enter the day from which they sit here',
        },
      },
    }),
  title: ({ seat }) => `Who sits here: ${seat.title}`,
  back: ({ forum }) => forumPath.to({ forumId: forum.id }),
  initial: ({ today, people }) => ({
    from: typedDate(today),
    ...(people.length === 0 && { who: elsewhere }),
  }),
  submit: 'Give them the seat',
  async save({ tx, who: { serviceId } }, { who, name, email, from }, { forum, seatId, people }) {
    const person = people.find(({ userId }) => userId === who)
    await insertHolder(tx, serviceId, {
      forum: forum.id,
      seat: seatId,
      userId: person?.userId ?? null,
      name: person?.name ?? name ?? '',
      email: person ? '' : (email ?? ''),
      from,
    })
    return redirect(forumPath.to({ forumId: forum.id }), 'The seat is given.')
  },
})

/** Until when somebody sits there: what they did stays in the minutes. */
export const changeHolderRoutes = formPage({
  path: changeHolderPath,
  permission: 'forums.see',
  change: 'Said until when somebody holds a seat in a meeting',
  async load(request) {
    const found = await loadKept(request)
    if (!found.ok) return found
    const { forum } = found.value
    const holder = await findHolder(request.tx, request.params.holderId ?? '')
    const seat = holder && findSeat(forum, holder.seat)
    return holder && seat && holder.forum === forum.id && holder.seat === request.params.seat
      ? ok({ ...found.value, holder, seat })
      : refused(notFound)
  },
  form: () =>
    form({
      id: 'seat-holder-until',
      fields: {
        until: {
          kind: 'date',
          label: 'Which is their last day?',
          hint: 'Leave it empty if they go on. On the agenda of later meetings they are not named any more.',
        },
      },
    }),
  title: ({ holder, seat }) => `${holder.name}: ${seat.title}`,
  back: ({ forum }) => forumPath.to({ forumId: forum.id }),
  initial: ({ holder }) => ({ until: holder.until ? typedDate(holder.until) : '' }),
  version: ({ holder }) => holder.version,
  row: ({ holder }) => ({ table: 'forum_seat_holder', key: { seat_holder_id: holder.holderId } }),
  submit: 'Save',
  async save({ tx }, { until }, { forum, holder }) {
    if (until && Temporal.PlainDate.compare(until, holder.from) < 0)
      return {
        kind: 'errors',
        errors: [{ field: 'until', message: 'The last day cannot be before the first' }],
      }
    await endHolder(tx, holder, until ?? null)
    return redirect(forumPath.to({ forumId: forum.id }), 'Saved.')
  },
})
