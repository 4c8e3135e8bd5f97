import { form, formPage } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { nameOf } from '../children/index.ts'
import { endMember, insertMember, listJoinable, listMembers } from './groupQueries.ts'
import { loadGroup } from './loadGroup.ts'
import { addMembersPath, groupPath, leavePath } from './paths.ts'
import { joinSessionsAhead } from './sessionQueries.ts'

async function loadJoinable(request: Request) {
  const found = await loadGroup(request)
  if (!found.ok) return found
  const { group } = found.value
  if (group.closedAt) return refused(turnBack(groupPath.to(group), 'The group has ended.'))
  const { tx, reach, who, seen } = request
  const cases = await listJoinable(tx, group.groupId, { reach, worker: who.userId })
  seen(
    cases.map(({ childId }) => childId),
    'Among the children who could join a group',
  )
  return ok({ group, cases })
}

const addRoutes = formPage({
  path: addMembersPath,
  permission: 'groups.run',
  change: 'Added children to a group',
  load: loadJoinable,
  form: ({ cases }) =>
    form({
      id: 'group-members',
      fields: {
        cases: {
          kind: 'choices',
          label: 'Who joins?',
          hint: 'Your own cases come first. They come to every session that is planned from now on.',
          required: 'Choose at least one child',
          options: cases.map(it => ({
            value: it.involvementId,
            label: nameOf(it),
            hint: findPathway(practiceInUse(), it.pathway)?.title ?? it.pathway,
          })),
        },
      },
    }),
  title: () => 'Add children to the group',
  back: ({ group }) => groupPath.to(group),
  submit: 'Add to the group',
  async save({ tx, who, now }, { cases: chosen }, { group, cases }) {
    const joining = cases.filter(({ involvementId }) => chosen.includes(involvementId))
    const children = new Set(joining.map(({ childId }) => childId))
    if (children.size < joining.length) {
      const message = 'Choose each child once: through one of the child’s cases'
      return { kind: 'errors', errors: [{ field: 'cases', message }] }
    }
    for (const { childId, involvementId } of joining)
      await insertMember(tx, {
        serviceId: who.serviceId,
        groupId: group.groupId,
        childId,
        involvementId,
        at: now,
      })
    await joinSessionsAhead(tx, group.groupId, now)
    const words = joining.length === 1 ? '1 child has joined' : `${joining.length} children have joined`
    return redirect(groupPath.to(group), `${words} the group.`)
  },
})

const leaveRoutes = formPage({
  path: leavePath,
  permission: 'groups.run',
  change: 'Ended a child’s part in a group',
  async load(request) {
    const found = await loadGroup(request)
    if (!found.ok) return found
    const members = await listMembers(request.tx, found.value.group.groupId, request.reach)
    const member = members.find(({ memberId }) => memberId === request.params.memberId)
    if (!member) return refused(notFound)
    request.seen([member.childId], 'In a group')
    return ok({ ...found.value, member })
  },
  form: () =>
    form({
      id: 'group-leave',
      fields: {
        reason: { kind: 'text', label: 'Why?', required: 'Say why the child leaves', maxLength: 500 },
      },
    }),
  title: ({ member }) => `${nameOf(member)} leaves the group`,
  intro: () => (
    <p class="govuk-body">
      The sessions that are still to come are cancelled for this child. What was recorded stays.
    </p>
  ),
  back: ({ group }) => groupPath.to(group),
  submit: 'Leaves the group',
  isWarning: true,
  async save({ tx, now }, _values, { group, member }) {
    await endMember(tx, group.groupId, member, now)
    return redirect(groupPath.to(group), 'The child has left the group.')
  },
})

export const memberRoutes = [...addRoutes, ...leaveRoutes]
