import { type Form, form } from '../../engine/forms/index.ts'
import { listRoutes, practiceInUse } from '../../engine/packs/index.ts'
import { scopes } from '../../platform/access/index.ts'
import type { PartnerSystem } from '../../platform/api/index.ts'

/** Stands among the systems for one that is not there yet. */
export const newSystem = 'new'

/** What an administrator says of a key: who sends with it, what for, and until when. */
export function keyForm(systems: readonly PartnerSystem[]) {
  return form({
    id: 'api-key',
    fields: {
      system: {
        kind: 'choice',
        label: 'Which system is it for?',
        hint: 'What is sent with the key stands in the audit under the name of this system.',
        required: 'Choose the system that the key is for',
        options: [
          ...systems.map(({ systemId, name }) => ({ value: systemId, label: name })),
          { value: newSystem, label: systems.length === 0 ? 'A new one' : 'Another one' },
        ],
      },
      'system-name': {
        kind: 'text',
        label: 'Name of the system',
        hint: 'The partner and its program, like “Brook Valley Police, custody record”.',
        required: 'Enter the name of the system',
        isName: true,
        maxLength: 100,
        appliesWhen: { field: 'system', is: [newSystem] },
      },
      name: {
        kind: 'text',
        label: 'Name of the key',
        hint: 'By which you know it again, like “Live, from December 2026”.',
        required: 'Enter a name for the key',
        maxLength: 100,
        width: 'medium',
      },
      scopes: {
        kind: 'choices',
        label: 'What may it do?',
        required: 'Choose what the key may do',
        options: Object.entries(scopes).map(([value, label]) => ({ value, label, hint: value })),
      },
      ways: {
        kind: 'choices',
        label: 'As whom may it send?',
        hint: 'Choose those whose system it is, and no others.',
        required: 'Choose as whom it may send',
        appliesWhen: { field: 'scopes', is: ['notifications:write'] },
        options: listRoutes(practiceInUse()).map(({ id, title }) => ({ value: id, label: title })),
      },
      'last-day': {
        kind: 'date',
        label: 'Last day',
        hint: 'At most a year ahead. Make the next key, and hand it over, before this one ends.',
        required: 'Enter the last day on which the key is good',
        notBeforeToday: 'Last day: the day cannot be in the past',
      },
    },
  })
}

export const nothingAsked: Form = form({ id: 'end-api-key', fields: {} })
