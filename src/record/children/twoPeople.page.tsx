import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { setReason } from '../../platform/database/index.ts'
import { notFound, redirect, turnBack } from '../../platform/http/index.ts'
import { childFrame } from './frame.tsx'
import { peoplePath, twoPeoplePath } from './paths.ts'
import { listOtherEntries, type OtherEntry, setSameAs } from './samePersonQueries.ts'

/** Takes back that two entries were made one: both stand under People again. */
export const twoPeopleRoutes = formPage({
  path: twoPeoplePath,
  permission: 'child.edit',
  about: 'child',
  change: 'Parted two entries that had been made one',
  view: 'Opened the form to part two entries',
  async load({ tx, params }) {
    const { childId = '', personId, otherId } = params
    const found = (await listOtherEntries(tx, childId)).find(
      it => it.personId === otherId && it.sameAs === personId,
    )
    return found ? ok(found) : refused(notFound)
  },
  form: () =>
    form({
      id: 'two-people',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why are these two people?',
          hint: 'It stands in the history of the child.',
          required: 'Say why these are two people',
          maxLength: 500,
          rows: 2,
        },
      },
    }),
  title: ({ name }: OtherEntry) => `Part the two entries of ${name}`,
  intro: () => (
    <p class="govuk-body">
      The second entry stands under People again as it was. What was taken from it into the first stays there:
      change the first afterwards.
    </p>
  ),
  back: child => peoplePath.to(child),
  frame: childFrame('people'),
  version: ({ version }) => version,
  submit: 'Part them',
  async save({ tx }, { reason }, entry) {
    await setReason(tx, reason)
    const there = peoplePath.to(entry)
    return (await setSameAs(tx, entry, null))
      ? redirect(there, 'They are two entries again.')
      : turnBack(there, 'Not saved: somebody else has changed the entry in the meantime.')
  },
})
