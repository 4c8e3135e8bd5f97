import { form, formPage, type Refusal } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { fileKinds, type Scan, sizeWords } from '../../platform/files/index.ts'
import {
  type Answer,
  notFound,
  type Request,
  redirect,
  turnBack,
  type Upload,
} from '../../platform/http/index.ts'
import { childFrame, childOf, filesPath, loadOfForm, notePath } from '../children/index.ts'
import { isNoteThere } from './attachmentQueries.ts'
import { addFilePath, addFileToNotePath, filePath } from './paths.ts'
import { mostBytes, takeInFile } from './takeIn.ts'

const accept = fileKinds.map(({ type, extension }) => `${type},.${extension}`).join(',')

const questions = (request: Pick<Request, 'platform'>) =>
  ({
    file: {
      kind: 'file',
      label: 'File',
      hint: `Documents, pictures, sound or film, up to ${sizeWords(mostBytes(request.platform.config))}`,
      required: 'Choose the file',
      accept,
    },
    description: {
      kind: 'text',
      label: 'What is it?',
      hint: 'Like “Letter from the college about Mondays, 3 November”',
      required: 'Say what it is',
      maxLength: 200,
    },
  }) as const

const sensitivity = {
  kind: 'choice',
  label: 'Who may open it?',
  required: 'Choose who may open it',
  options: [
    { value: 'ordinary', label: 'Everybody who may open files about this child' },
    {
      value: 'sensitive',
      label: 'Sensitive: only those with a part in a case of the child, seniors and managers',
    },
  ],
} as const

/** What else the request has to hold: the words beside the file. */
const aroundIt = 1_000_000

const [showsAdd, takesAdd] = formPage({
  path: addFilePath,
  permission: 'files.add',
  about: 'child',
  change: 'Added a file',
  view: 'Opened the form to add a file',
  load: loadOfForm,
  form: (_child, request) => form({ id: 'file', fields: { ...questions(request), sensitivity } }),
  title: () => 'Add a file',
  back: child => filesPath.to(child),
  initial: () => ({ sensitivity: 'ordinary' }),
  frame: childFrame('files'),
  submit: 'Add file',
  save: (request, values, { childId }) =>
    take(request, { ...values, childId, noteId: null, isSensitive: values.sensitivity === 'sensitive' }),
})

const [showsAddToNote, takesAddToNote] = formPage({
  path: addFileToNotePath,
  permission: 'files.add',
  about: 'child',
  change: 'Added a file to a note',
  view: 'Opened the form to add a file to a note',
  async load(request) {
    const { childId = '', noteId = '' } = request.params
    const child = await childOf(request)
    const mayRead = may('notes.see', request.who.roles, child?.isRelated ?? false)
    return mayRead && (await isNoteThere(request.tx, childId, noteId))
      ? ok({ childId, noteId })
      : refused(notFound)
  },
  form: (_loaded, request) => form({ id: 'file', fields: questions(request) }),
  title: () => 'Add a file to the note',
  intro: () => <p class="govuk-body">Whoever may read the note may open the file.</p>,
  back: loaded => notePath.to(loaded),
  frame: childFrame('notes'),
  submit: 'Add file',
  save: (request, values, { childId, noteId }) =>
    take(request, { ...values, childId, noteId, isSensitive: false }),
})

type Typed = {
  childId: string
  noteId: string | null
  isSensitive: boolean
  file: Pick<Upload, 'name' | 'bytes' | 'scan'>
  description: string
}

const notScanned: Scan = { state: 'not-scanned', why: 'it was not sent to the virus scanner' }

async function take(request: Request, it: Typed): Promise<Answer | Refusal> {
  const { tx, who, now, platform } = request
  const { file, ...said } = it
  const { name, bytes, scan = notScanned } = file
  const sent = { ...said, name, bytes, scan, serviceId: who.serviceId, by: who.userId, at: now }
  const taken = await takeInFile(tx, platform.config, sent)
  if (!taken.ok) return { kind: 'errors', errors: [{ field: 'file', message: taken.reason }] }
  const page = filePath.to({ childId: it.childId, fileId: taken.value })
  if (scan.state === 'infected')
    return turnBack(page, 'The virus scanner found something in this file. It was not kept.')
  if (it.noteId !== null)
    return redirect(notePath.to({ ...it, noteId: it.noteId }), 'The file has been added.')
  return redirect(page, 'The file has been added.')
}

const maxBytes = (config: Parameters<typeof mostBytes>[0]) => mostBytes(config) + aroundIt

export const addFileRoutes = [
  showsAdd,
  { ...takesAdd, maxBytes, scansFiles: true },
  showsAddToNote,
  { ...takesAddToNote, maxBytes, scansFiles: true },
] as const
