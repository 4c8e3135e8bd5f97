import { form } from '../../engine/forms/index.ts'
import type { SignedInRoute } from '../../platform/http/index.ts'

/** The same hint wherever a password is chosen. */
const newPassword = {
  kind: 'password',
  label: 'New password',
  hint: 'At least 10 characters. Three words together, such as a place, a thing and a colour, are easy to remember.',
  required: 'Enter a new password',
  autocomplete: 'new-password',
} as const

export const setPasswordForm = form({ id: 'set-password', fields: { newPassword } })

export const resetForm = form({
  id: 'reset-password',
  fields: {
    email: {
      kind: 'email',
      label: 'Email address',
      hint: 'The address that you sign in with.',
      required: 'Enter your email address',
      autocomplete: 'username',
    },
  },
})

/** Asked for again before something that a passer-by at an open screen must not do. */
export const currentPassword = {
  kind: 'password',
  label: 'Your password',
  required: 'Enter your password',
  autocomplete: 'current-password',
} as const

/** How often a minute one address may send a form that asks for the password: each answer costs a hash. */
export const passwordsPerMinute = 20

/** Limits the routes of a form that asks for the password; opening it is not limited. */
export function limited(routes: readonly SignedInRoute[]): SignedInRoute[] {
  return routes.map(each => (each.method === 'POST' ? { ...each, perMinute: passwordsPerMinute } : each))
}

export const changePasswordForm = form({
  id: 'change-password',
  fields: { currentPassword: { ...currentPassword, label: 'Your password now' }, newPassword },
})
