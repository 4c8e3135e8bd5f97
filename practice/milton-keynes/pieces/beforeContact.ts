/**
 * What somebody must know before the first call or visit. Whoever opens the record reads it as an alert until somebody
 * ends it: an angry parent, or somebody who must not hear of it, is not to be found first in the history of a case.
 */
export const beforeContact = {
  kind: 'textarea',
  label: 'Is there anything to know before we call or visit?',
  hint: 'For example who must not hear of it, a dog, or when nobody is at home. An alert says it to everybody who opens the record. Leave it empty if there is nothing.',
  maxLength: 2_000,
  raisesAlert: { kind: 'before-contact' },
} as const
