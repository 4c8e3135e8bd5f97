import { codeOptions, codeWords, listCaution } from './codes.ts'
import type { FactKind } from './factKinds.ts'

/** What children's social care does or did for a child. */
export const careKind: FactKind = {
  table: 'child_care',
  key: 'care_id',
  columns: ['status', 'legal_basis', 'authority', 'worker', 'worker_contact', 'note'],
  heading: 'Care status',
  addText: 'Add a care status',
  empty:
    'Nothing is recorded. Whether the child is or ever was looked after, on a plan, or had early help stands here.',
  noun: 'care status',
  replaces: false,
  fields(today, held) {
    const caution = listCaution('care-status')
    const basisCaution = listCaution('care-legal-basis')
    return {
      status: {
        kind: 'choice',
        label: 'What is or was in place?',
        ...(caution === undefined ? {} : { hint: caution }),
        required: 'Choose what is or was in place',
        options: codeOptions('care-status', today, held.status),
      },
      'legal-basis': {
        kind: 'choice',
        as: 'select',
        label: 'On what legal basis?',
        ...(basisCaution === undefined ? {} : { hint: basisCaution }),
        appliesWhen: { field: 'status', is: ['looked-after'] },
        required: 'Choose the legal basis, or that it is not known',
        options: codeOptions('care-legal-basis', today, held.legal_basis),
      },
      authority: { kind: 'text', label: 'Local authority', maxLength: 100, width: 'medium' },
      worker: { kind: 'text', label: 'Social worker or lead', isName: true, maxLength: 150 },
      'worker-contact': {
        kind: 'text',
        label: 'How to reach them',
        hint: 'Phone or email address, also of the duty desk',
        maxLength: 200,
      },
      note: { kind: 'textarea', label: 'Note', maxLength: 500, rows: 2 },
    }
  },
  title: ({ status = '', legal_basis = '' }, on) => {
    const basis = codeWords('care-legal-basis', legal_basis, on)
    const words = codeWords('care-status', status, on)
    return basis === '' ? words : `${words}: ${basis}`
  },
  lines: said => [
    ['Local authority', said.authority ?? ''],
    ['Social worker or lead', [said.worker, said.worker_contact].filter(Boolean).join(', ')],
    ['Note', said.note ?? ''],
  ],
}
