import { formPage, type Refusal } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { changeDetails } from './changeDetails.ts'
import type { Child } from './child.ts'
import { loadChild } from './childQueries.ts'
import { type DetailsValues, detailsForm, detailsTyped } from './details.form.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { detailsPath, editDetailsPath } from './paths.ts'
import { carryingBack, wayBack } from './wayBack.ts'

type Loaded = { child: Child; maySeeHealth: boolean; to: string | undefined }

export const editDetailsRoutes = formPage({
  path: editDetailsPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Changed the details of a child',
  view: 'Opened the form to change them',
  async load(request) {
    const loaded = await loadOfForm(request)
    if (!loaded.ok) return loaded
    const child = loaded.value
    const maySeeHealth = may('health.see', request.who.roles, child.isRelated)
    return ok({ child, maySeeHealth, to: wayBack(request, child) })
  },
  form: ({ child, maySeeHealth }: Loaded, { today }) => detailsForm(child, today, { maySeeHealth }),
  title: () => 'Change details',
  back: ({ child, to }) => to ?? detailsPath.to(child),
  carries: ({ to }) => carryingBack(to),
  initial: ({ child, maySeeHealth }) => detailsTyped(child, maySeeHealth),
  version: ({ child }) => child.version,
  row: ({ child }) => ({ table: 'child', key: { child_id: child.childId } }),
  frame: childFrame('details'),
  submit: 'Save',
  save,
})

async function save(
  request: Request,
  values: DetailsValues,
  { child, maySeeHealth, to }: Loaded,
): Promise<Answer | Refusal> {
  if (values['given-name'] === '' && values['family-name'] === '') {
    return { kind: 'errors', errors: [{ field: 'given-name', message: 'Enter at least one name' }] }
  }
  if (await changeDetails(request.tx, child, values))
    return redirect(to ?? detailsPath.to(child), 'The details have been saved.')
  const now = await loadChild(request.tx, child.childId)
  if (!now) return notFound
  return { kind: 'collision', theirs: detailsTyped(now, maySeeHealth), version: now.version }
}
