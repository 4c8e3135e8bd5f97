import { form, formPage } from '../../engine/forms/index.ts'
import { parseReference } from '../../kernel/reference.ts'
import { may } from '../../platform/access/index.ts'
import { redirect } from '../../platform/http/index.ts'
import {
  childFrame,
  loadOfForm,
  mergePath,
  notSamePath,
  otherRecordPath,
  sameChildPath,
} from '../children/index.ts'
import { findByReference } from './mergingQueries.ts'

const refuse = (message: string) => ({ kind: 'errors' as const, errors: [{ field: 'reference', message }] })

/** Names another record by its reference, to be compared with this one. */
export const otherRecordRoutes = formPage({
  path: otherRecordPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Looked for another record of a child by its reference',
  view: 'Opened the form to compare the record with another',
  load: loadOfForm,
  form: () =>
    form({
      id: 'other-record',
      fields: {
        reference: {
          kind: 'text',
          label: 'Reference of the other record',
          hint: 'It stands at the head of the record, like K7M2-9QXD.',
          required: 'Enter the reference of the other record',
          width: 'short',
          maxLength: 20,
        },
      },
    }),
  title: () => 'Compare with another record',
  back: child => sameChildPath.to(child),
  frame: childFrame('details'),
  submit: 'Compare',
  async save({ tx, who }, { reference }, child) {
    const { childId } = child
    const read = parseReference(reference)
    if (!read.ok)
      return refuse(
        read.reason.kind === 'mistyped'
          ? 'The reference is mistyped: check each character'
          : 'Enter a reference like K7M2-9QXD',
      )
    const otherId = await findByReference(tx, read.value)
    // The same words whether there is none or it is not to be known of.
    if (otherId === undefined) return refuse('No record that you may see has this reference')
    if (otherId === childId) return refuse('This is the reference of this record: enter that of the other')
    const canMerge = may('child.merge', who.roles, child.isRelated)
    return redirect((canMerge ? mergePath : notSamePath).to({ childId, otherId }))
  },
})
