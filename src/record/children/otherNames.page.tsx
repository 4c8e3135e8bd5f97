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
  submit: 'Add name',
  async save({ tx, who }, { name, kind }, { childId }) {
    await addOtherName(tx, { serviceId: who.serviceId, childId, name, kind })
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
      {nameKindWords[name.kind]}: <bdi>{name.name}</bdi>. A search for it will no longer find this child.
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
