import type { ReviewRule } from '../../engine/assessments/index.ts'
import { form, formPage, typedDate } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect, turnBack } from '../../platform/http/index.ts'
import { beforeBirthWords, childFrame, childOf } from '../children/index.ts'
import { eventTitle } from './AskedReviews.tsx'
import { findEvent, insertEvent, markMistaken } from './eventQueries.ts'
import { addEventPath, eventsPath, mistakenEventPath } from './paths.ts'

const eventForm = ({ kinds }: ReviewRule) =>
  form({
    id: 'event',
    fields: {
      kind: {
        kind: 'choice',
        label: 'What happened?',
        required: 'Choose what happened',
        options: Object.entries(kinds).map(([value, { title, hint }]) => ({
          value,
          label: title,
          ...(hint === undefined ? {} : { hint }),
        })),
      },
      day: {
        kind: 'date',
        label: 'On which day?',
        required: 'Enter the day on which it happened',
        notAfterToday: 'The day on which it happened cannot be in the future',
      },
      told: {
        kind: 'text',
        label: 'Who told us?',
        hint: 'The police, the school, the family, the child.',
        required: 'Say who told us',
        width: 'medium',
      },
      words: {
        kind: 'textarea',
        label: 'What is known?',
        required: 'Write what is known',
        maxLength: 2_000,
        rows: 4,
      },
    },
  })

const addRoutes = formPage({
  path: addEventPath,
  permission: 'events.record',
  about: 'child',
  change: 'Wrote down what has happened',
  view: 'Opened the form to write down what has happened',
  async load(request) {
    const child = await childOf(request)
    const [rule] = practiceInUse().reviewRules
    return child && rule ? ok({ child, rule, today: request.today }) : refused(notFound)
  },
  form: ({ rule }) => eventForm(rule),
  title: () => 'Write down what happened',
  intro: () => (
    <p class="govuk-body">
      Where something about the child was assessed and signed before, a review is then due. A move and an
      offence that stand in the record ask for one by themselves: do not write them again.
    </p>
  ),
  back: ({ child }) => eventsPath.to(child),
  initial: ({ today }) => ({ day: typedDate(today) }),
  frame: childFrame('chronology'),
  submit: 'Write it down',
  async save({ tx, who, now }, { kind, day, told, words }, { child }) {
    const early = beforeBirthWords(child, day)
    if (early !== undefined) return { kind: 'errors', errors: [{ field: 'day', message: early }] }
    const by = { serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now }
    await insertEvent(tx, by, { kind, happenedOn: day, toldBy: told, words })
    return redirect(eventsPath.to(child), 'Written down.')
  },
})

const mistakenRoutes = formPage({
  path: mistakenEventPath,
  permission: 'events.record',
  about: 'child',
  change: 'Said that an event was written down by mistake',
  view: 'Opened the form to say that an event was written down by mistake',
  async load(request) {
    const { tx, params } = request
    const child = await childOf(request)
    const [rule] = practiceInUse().reviewRules
    const event = child && (await findEvent(tx, child.childId, params.eventId ?? ''))
    if (!child || !rule || !event) return refused(notFound)
    if (event.mistakenReason !== '' && request.sent.names().length === 0)
      return refused(turnBack(eventsPath.to(child), 'It has been said already that this was a mistake.'))
    return ok({ child, rule, event })
  },
  form: () =>
    form({
      id: 'event-mistaken',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'What was the mistake?',
          hint: 'It stays in the record with these words, and asks for no review any more.',
          required: 'Say what the mistake was',
          maxLength: 1_000,
          rows: 3,
        },
      },
    }),
  title: ({ rule, event }) => `A mistake: ${eventTitle(rule, event.kind)}`,
  back: ({ child }) => eventsPath.to(child),
  version: ({ event }) => event.version,
  row: ({ event }) => ({ table: 'significant_event', key: { event_id: event.eventId } }),
  overtaken: ({ event }) =>
    event.mistakenReason === '' ? undefined : <p>It has been said already that this was a mistake.</p>,
  frame: childFrame('chronology'),
  submit: 'Save',
  async save({ tx, who, now }, { reason }, { child, event }) {
    const by = { serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now }
    if (!(await markMistaken(tx, by, event, reason)))
      return turnBack(eventsPath.to(child), 'Somebody else has changed this in the meantime.')
    return redirect(eventsPath.to(child), 'Saved.')
  },
})

export const writingRoutes = [...addRoutes, ...mistakenRoutes]
