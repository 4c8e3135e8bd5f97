import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import {
  chosenDays,
  listClashesAt,
  rhythmFields,
  SeriesCheck,
  seriesFrom,
  withoutEmptyPlaces,
} from '../appointments/index.ts'
import { listMembers } from './groupQueries.ts'
import { loadGroup } from './loadGroup.ts'
import { groupPath, planSessionPath, sessionPath } from './paths.ts'
import { sessionFields, sessionFrom, sessionOffer } from './session.form.ts'
import { insertSession } from './sessionQueries.ts'

export const planSessionRoutes = formPage({
  path: planSessionPath,
  permission: 'groups.run',
  change: 'Planned sessions of a group',
  async load(request) {
    const found = await loadGroup(request)
    if (!found.ok) return found
    const { group } = found.value
    if (group.closedAt) return refused(turnBack(groupPath.to(group), 'The group has ended.'))
    return ok({ group, ...(await sessionOffer(request)), me: request.who.userId })
  },
  form: loaded =>
    form({
      id: 'group-sessions',
      fields: { ...withoutEmptyPlaces(sessionFields(loaded), loaded), ...rhythmFields },
    }),
  title: () => 'Plan sessions',
  intro: () => (
    <p class="govuk-body">
      Every child in the group has an appointment in each session, which stands in the child’s own record.
    </p>
  ),
  back: ({ group }) => groupPath.to(group),
  initial: ({ me, staff }) => ({
    minutes: '90',
    repeat: 'once',
    lead: staff.some(({ userId }) => userId === me) ? me : '',
  }),
  submit: 'Save',
  async check({ tx, today, reach }, values, { group, places }) {
    const series = seriesFrom(values)
    if (!series.ok) return series
    if (!series.value) return ok(undefined)
    const plan = sessionFrom(values, { places }, today)
    if (!plan.ok) return plan
    const { slots, leftOut } = series.value
    const members = await listMembers(tx, group.groupId, reach)
    const who = { childIds: members.map(({ childId }) => childId), withUser: values.lead }
    const clashes = await listClashesAt(
      tx,
      who,
      slots.map(({ at }) => at),
      values.minutes,
    )
    return ok({
      body: <SeriesCheck {...{ slots, leftOut, clashes }} what="sessions" whose="a child of the group" />,
      submit: 'Save these sessions',
    })
  },
  async save({ tx, who, today, now, sent }, values, { group, places }) {
    const plan = sessionFrom(values, { places }, today)
    const series = seriesFrom(values)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    if (!series.ok) return { kind: 'errors', errors: series.reason }
    const whose = { serviceId: who.serviceId, groupId: group.groupId, at: now }
    if (!series.value) {
      const sessionId = await insertSession(tx, { ...plan.value, ...whose })
      return redirect(sessionPath.to({ ...group, sessionId }), 'The session has been planned.')
    }
    const wanted = new Set(sent.all(chosenDays))
    const chosen = series.value.slots.filter(({ day }) => wanted.has(day.toString()))
    if (chosen.length === 0) {
      const message = 'Choose at least one of the sessions'
      return { kind: 'errors', errors: [{ field: 'repeat', message }] }
    }
    for (const { at } of chosen) await insertSession(tx, { ...plan.value, startsAt: at, ...whose })
    const words = chosen.length === 1 ? 'The session has' : `${chosen.length} sessions have`
    return redirect(groupPath.to(group), `${words} been planned.`)
  },
})
