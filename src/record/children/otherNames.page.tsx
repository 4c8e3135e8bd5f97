import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { addOtherName } from './addChild.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { findOtherName, nameKindWords, removeOtherName } from './nameQueries.ts'
import { addNamePath, detailsPath, removeNamePath } from './paths.ts'

const nameForm = form({
  id: 'other-name',
  fields: {
    name: {
      kind: 'text',
      label: 'Name',
      hint: 'The whole name',
      required: 'Enter the name',
      isName: true,
      maxLength: 200,
    },
    kind: {
      kind: 'choice',
      label: 'What kind of name is it?',
      required: 'Choose what kind of name it is',
      options: [
        { value: 'alias', label: nameKindWords.alias },
        { value: 'former', label: nameKindWords.former },
        { value: 'spelling', label: nameKindWords.spelling },
      ],
    },
    from: { kind: 'date', known: true, label: 'From', hint: 'Leave it empty if nobody knows.' },
    until: {
      kind: 'date',
      known: true,
      label: 'Until',
      notBefore: { field: 'from', message: 'The last day cannot be before the first' },
    },
    use: {
      kind: 'choice',
      label: 'May the name be used?',
      options: [
        { value: 'yes', label: 'Yes' },
        {
          value: 'no',
          label: 'No, the child does not want it used',
          hint: 'It still finds the child. Pages do not show it unless somebody asks to see it.',
        },
      ],
    },
  },
})

const addNameRoutes = formPage({
  path: addNamePath,
  permission: 'child.edit',
  about: 'child',
  change: 'Added another name',
  view: 'Opened the form to add another name',
  load: loadOfForm,
  form: () => nameForm,
  title: () => 'Add another name',
  back: child => detailsPath.to(child),
  frame: childFrame('details'),
  initial: () => ({ use: 'yes' }),
  submit: 'Add name',
  async save({ tx, who }, { name, kind, from, until, use }, { childId }) {
    const time = { from, until, mustNotBeUsed: use === 'no' }
    await addOtherName(tx, { serviceId: who.serviceId, childId, name, kind, ...time })
    return redirect(detailsPath.to({ childId }), 'The name has been added.')
  },
})

const removeNameRoutes = formPage({
  path: removeNamePath,
  permission: 'child.edit',
  about: 'child',
  change: 'Removed another name',
  view: 'Opened the form to remove another name',
  async load({ tx, params }) {
    const childId = params.childId ?? ''
    const name = await findOtherName(tx, childId, params.nameId ?? '')
    return name ? ok({ childId, name }) : refused(notFound)
  },
  form: () =>
    form({
      id: 'remove-name',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why is it removed?',
          required: 'Say why the name is removed',
          maxLength: 500,
        },
      },
    }),
  title: () => 'Remove a name',
  intro: ({ name }) => (
    <p class="govuk-body">
      {nameKindWords[name.kind]}:{' '}
      {name.mustNotBeUsed ? 'a name that must not be used' : <bdi>{name.name}</bdi>}. A search for it will no
      longer find this child.
    </p>
  ),
  back: ({ childId }) => detailsPath.to({ childId }),
  frame: childFrame('details'),
  submit: 'Remove name',
  isWarning: true,
  async save({ tx }, _values, { childId, name }) {
    await removeOtherName(tx, childId, name.nameId)
    return redirect(detailsPath.to({ childId }), 'The name has been removed.')
  },
})

export const otherNameRoutes = [...addNameRoutes, ...removeNameRoutes]
