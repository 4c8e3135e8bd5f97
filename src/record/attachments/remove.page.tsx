import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childFrame, filesPath } from '../children/index.ts'
import { removeFile } from './attachmentQueries.ts'
import { fileOf } from './fileOf.ts'
import { filePath, removeFilePath } from './paths.ts'

export const removeFileRoutes = formPage({
  path: removeFilePath,
  permission: 'files.add',
  about: 'child',
  change: 'Removed a file',
  view: 'Opened the form to remove a file',
  async load(request) {
    const file = await fileOf(request)
    return file && !file.removedAt ? ok(file) : refused(notFound)
  },
  form: () =>
    form({
      id: 'remove-file',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why is it removed?',
          required: 'Say why the file is removed',
          maxLength: 500,
        },
      },
    }),
  title: () => 'Remove a file',
  intro: ({ name, description }) => (
    <p class="govuk-body">
      <bdi>{description}</bdi> (<bdi>{name}</bdi>). What it holds is deleted and cannot be brought back, but
      from a backup. That it was here stays, with your reason.
    </p>
  ),
  back: file => filePath.to(file),
  frame: childFrame('files'),
  submit: 'Remove file',
  isWarning: true,
  async save({ tx, who, now }, { reason }, file) {
    const removed = await removeFile(tx, file, { by: who.userId, at: now, reason })
    return redirect(
      filesPath.to(file),
      removed ? 'The file has been removed.' : 'Somebody else has removed it already.',
    )
  },
})
