import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { type Request, redirect, turnBack } from '../../platform/http/index.ts'
import {
  chosenDays,
  clashWords,
  halfMeant,
  listClashesAt,
  rhythmFields,
  SeriesCheck,
  type SlotClash,
  seriesFrom,
  warnOfClashes,
  withHalf,
  withoutEmptyPlaces,
} from '../appointments/index.ts'
import { type Group, someChild } from './group.ts'
import { listMembers } from './groupQueries.ts'
import { loadGroup } from './loadGroup.ts'
import { groupPath, planSessionPath, sessionPath } from './paths.ts'
import { sessionFields, sessionFrom, sessionOffer } from './session.form.ts'
import { insertSession, type SessionPlan } from './sessionQueries.ts'

/** What else whoever leads, or a child of the group whom one may see, has then. */
async function clashesAt(
  { tx, reach }: Request,
  { groupId }: Pick<Group, 'groupId'>,
  { leadUser, minutes }: Pick<SessionPlan, 'leadUser' | 'minutes'>,
  slots: readonly Temporal.Instant[],
): Promise<SlotClash[]> {
  const members = await listMembers(tx, groupId, reach)
  const who = { childIds: members.map(({ childId }) => childId), withUser: leadUser }
  return listClashesAt(tx, who, slots, minutes)
}

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
  initial: ({ me, leads }) => ({
    minutes: '90',
    repeat: 'once',
    lead: leads.some(({ userId }) => userId === me) ? me : '',
  }),
  submit: 'Save',
  async check(request, values, { group, places }) {
    const series = seriesFrom(values)
    if (!series.ok) return series
    const plan = sessionFrom(values, { places }, request.today)
    if (!plan.ok) return plan
    const half = halfMeant(request, 'time')
    if (!series.value) {
      const members = await listMembers(request.tx, group.groupId, request.reach)
      const childIds = members.map(({ childId }) => childId)
      const { leadUser: withUser, ...when } = plan.value
      const warned = await warnOfClashes(request, {
        childIds,
        plan: { ...when, withUser },
        whose: someChild,
      })
      return ok(withHalf(half, warned))
    }
    const { slots, leftOut } = series.value
    const clashes = await clashesAt(
      request,
      group,
      plan.value,
      slots.map(({ at }) => at),
    )
    const check = {
      body: <SeriesCheck {...{ slots, leftOut, clashes }} what="sessions" whose={someChild} />,
      submit: 'Save these sessions',
    }
    return ok(withHalf(half, check))
  },
  async save(request, values, { group, places }) {
    const { tx, who, today, now, sent } = request
    const plan = sessionFrom(values, { places }, today)
    const series = seriesFrom(values)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    if (!series.ok) return { kind: 'errors', errors: series.reason }
    const whose = { serviceId: who.serviceId, groupId: group.groupId, at: now }
    if (!series.value) {
      const clashes = await clashesAt(request, group, plan.value, [plan.value.startsAt])
      const sessionId = await insertSession(tx, { ...plan.value, ...whose })
      const words = ['The session has been planned.', clashWords(clashes, someChild)]
      return redirect(sessionPath.to({ ...group, sessionId }), words.filter(said => said).join(' '))
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
