import { formPage, type Refusal } from '../../engine/forms/index.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { changeDetails } from './changeDetails.ts'
import type { Child } from './child.ts'
import { loadChild } from './childQueries.ts'
import { type DetailsValues, detailsForm, detailsTyped } from './details.form.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { detailsPath, editDetailsPath } from './paths.ts'

export const editDetailsRoutes = formPage({
  path: editDetailsPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Changed the details of a child',
  view: 'Opened the form to change them',
  load: loadOfForm,
  form: (child: Child, request) => detailsForm(child, request.today),
  title: () => 'Change details',
  back: child => detailsPath.to(child),
  initial: detailsTyped,
  version: child => child.version,
  row: child => ({ table: 'child', key: { child_id: child.childId } }),
  frame: childFrame('details'),
  submit: 'Save',
  save,
})

async function save(request: Request, values: DetailsValues, child: Child): Promise<Answer | Refusal> {
  if (values['given-name'] === '' && values['family-name'] === '') {
    return { kind: 'errors', errors: [{ field: 'given-name', message: 'Enter at least one name' }] }
  }
  if (await changeDetails(request.tx, child, values))
    return redirect(detailsPath.to(child), 'The details have been saved.')
  const now = await loadChild(request.tx, child.childId)
  if (!now) return notFound
  return { kind: 'collision', theirs: detailsTyped(now), version: now.version }
}
