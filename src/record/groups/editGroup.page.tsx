import { form, formPage, type Typed, yesNo } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import type { Group } from './group.ts'
import { changeGroup, findGroup, insertGroup } from './groupQueries.ts'
import { loadGroup } from './loadGroup.ts'
import { addGroupPath, editGroupPath, groupPath, groupsPath } from './paths.ts'

const fields = {
  title: {
    kind: 'text',
    label: 'What is the group called?',
    hint: 'No child’s name: the title stands in the record of every child in it.',
    required: 'Enter what the group is called',
    maxLength: 100,
  },
  about: { kind: 'textarea', label: 'What is it about?', maxLength: 2_000, rows: 4 },
} as const

const addRoutes = formPage({
  path: addGroupPath,
  permission: 'groups.run',
  change: 'Added a group',
  load: async () => ok({}),
  form: () => form({ id: 'group', fields }),
  title: () => 'Add a group',
  back: () => groupsPath.to(),
  submit: 'Save',
  async save({ tx, who }, values) {
    const groupId = await insertGroup(tx, who.serviceId, values)
    return redirect(groupPath.to({ groupId }), 'The group has been added. Add the children next.')
  },
})

const typedOf = (it: Group): Typed => ({
  title: it.title,
  about: it.about,
  ended: it.closedAt ? 'yes' : 'no',
})

const editRoutes = formPage({
  path: editGroupPath,
  permission: 'groups.run',
  change: 'Changed a group',
  load: loadGroup,
  form: () =>
    form({
      id: 'group',
      fields: {
        ...fields,
        ended: {
          kind: 'choice',
          label: 'Has the group ended?',
          hint: 'No session can then be planned and no child added. What was recorded stays.',
          required: 'Say whether the group has ended',
          options: yesNo,
        },
      },
    }),
  title: () => 'Change the group',
  back: ({ group }) => groupPath.to(group),
  initial: ({ group }) => typedOf(group),
  version: ({ group }) => group.version,
  row: ({ group }) => ({ table: 'group_programme', key: { group_id: group.groupId } }),
  submit: 'Save',
  async save({ tx, now }, { ended, ...said }, { group }) {
    const closedAt = ended === 'yes' ? (group.closedAt ?? now) : null
    if (await changeGroup(tx, group, { ...said, closedAt }))
      return redirect(groupPath.to(group), 'The group has been saved.')
    const theirs = await findGroup(tx, group.groupId)
    return theirs ? { kind: 'collision', theirs: typedOf(theirs), version: theirs.version } : notFound
  },
})

export const editGroupRoutes = [...addRoutes, ...editRoutes]
