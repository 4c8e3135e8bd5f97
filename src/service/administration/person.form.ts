import { form } from '../../engine/forms/index.ts'
import { roleNames, roles } from '../../platform/access/index.ts'

const name = {
  kind: 'text',
  label: 'Full name',
  required: 'Enter the person’s name',
  isName: true,
  maxLength: 120,
} as const

const rolesHeld = {
  kind: 'choices',
  label: 'Roles',
  hint: 'What the person is employed to do here. Choose all that apply.',
  required: 'Choose at least one role',
  options: roles.map(role => ({ value: role, label: roleNames[role] })),
} as const

export const inviteForm = form({
  id: 'invite',
  fields: {
    name,
    email: {
      kind: 'email',
      label: 'Work email address',
      hint: 'The person signs in with it, and the invitation goes there.',
      required: 'Enter the person’s work email address',
    },
    roles: rolesHeld,
  },
})

export const editPersonForm = form({ id: 'edit-person', fields: { name, roles: rolesHeld } })
