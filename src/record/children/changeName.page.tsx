import { form, formPage } from '../../engine/forms/index.ts'
import { redirect } from '../../platform/http/index.ts'
import { changeName } from './changeName.ts'
import { nameOf } from './child.ts'
import { loadChild } from './childQueries.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { nameChangeWords } from './nameQueries.ts'
import { changeNamePath, detailsPath } from './paths.ts'

const nameForm = form({
  id: 'change-name',
  fields: {
    'given-name': { kind: 'text', label: 'First name now', isName: true, maxLength: 100 },
    'family-name': { kind: 'text', label: 'Family name now', isName: true, maxLength: 100 },
    'known-as': {
      kind: 'text',
      label: 'Known as now',
      hint: 'The name the child wants to be called by, if it is another',
      isName: true,
      maxLength: 100,
    },
    how: {
      kind: 'choice',
      label: 'How was the name changed?',
      required: 'Choose how the name was changed',
      options: [
        { value: 'deed-poll', label: nameChangeWords['deed-poll'] },
        { value: 'adoption', label: nameChangeWords.adoption },
        { value: 'transition', label: nameChangeWords.transition },
        { value: 'marriage', label: nameChangeWords.marriage },
        { value: 'other', label: nameChangeWords.other },
      ],
    },
    'changed-on': {
      kind: 'date',
      known: true,
      label: 'Since when is it the name?',
      hint: 'Leave it empty if nobody knows.',
      notAfterToday: 'The day on which the name was changed cannot be in the future',
    },
    former: {
      kind: 'choice',
      label: 'What does the child want with the former name?',
      required: 'Choose what the child wants with the former name',
      options: [
        { value: 'may-be-used', label: 'It may be seen and used' },
        {
          value: 'must-not',
          label: 'It must not be used',
          hint: 'It still finds the child. Pages do not show it unless somebody asks to see it.',
        },
      ],
    },
  },
})

/** A change of name: the child goes by the new one from now on, and is still found by the former one. */
export const changeNameRoutes = formPage({
  path: changeNamePath,
  permission: 'child.edit',
  about: 'child',
  change: 'Recorded a change of name',
  view: 'Opened the form to record a change of name',
  load: loadOfForm,
  form: () => nameForm,
  title: () => 'Record a change of name',
  back: child => detailsPath.to(child),
  initial: child => ({
    'given-name': child.givenName,
    'family-name': child.familyName,
    'known-as': child.knownAs,
  }),
  version: child => child.version,
  row: child => ({ table: 'child', key: { child_id: child.childId } }),
  frame: childFrame('details'),
  submit: 'Save',
  async save({ tx, who }, values, child) {
    const names = {
      givenName: values['given-name'],
      familyName: values['family-name'],
      knownAs: values['known-as'],
    }
    if (names.givenName === '' && names.familyName === '')
      return { kind: 'errors', errors: [{ field: 'given-name', message: 'Enter at least one name' }] }
    if (nameOf(names) === nameOf(child))
      return {
        kind: 'errors',
        errors: [{ field: 'given-name', message: 'Enter the new name: this is the one that the record has' }],
      }
    const isChanged = await changeName(tx, child, {
      ...names,
      serviceId: who.serviceId,
      changedBy: values.how,
      changedOn: values['changed-on'],
      mustNotBeUsed: values.former === 'must-not',
    })
    if (isChanged) return redirect(detailsPath.to(child), 'The change of name has been saved.')
    const now = (await loadChild(tx, child.childId)) ?? child
    const theirs = { 'given-name': now.givenName, 'family-name': now.familyName, 'known-as': now.knownAs }
    return { kind: 'collision', theirs, version: now.version }
  },
})
