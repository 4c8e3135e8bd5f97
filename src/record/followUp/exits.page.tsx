import { type Fields, form, formPage, type Refusal, type Typed, typedDate } from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { casePath, childFrame, codeOptions, loadOfCase, type OfCase } from '../children/index.ts'
import {
  type Agreement,
  agreements,
  type Beginning,
  beginnings,
  changeExit,
  type Exit,
  insertExit,
  listExits,
} from './exitQueries.ts'
import { addExitPath, exitBeganPath, exitPath } from './paths.ts'

/** The code list of what kind of service takes over. */
export const exitServices = 'exit-services'

const exitFields = (today: Temporal.PlainDate, held = '') =>
  ({
    kind: {
      kind: 'choice',
      as: 'select',
      label: 'What kind of help?',
      required: 'Choose what kind of help it is',
      options: codeOptions(exitServices, today, held),
    },
    name: {
      kind: 'text',
      label: 'Which service or person?',
      hint: 'By name, as the family knows it.',
      required: 'Enter which service or person it is',
      maxLength: 200,
    },
    agrees: {
      kind: 'choice',
      label: 'Does the child agree that they are told?',
      required: 'Choose whether the child agrees',
      options: Object.entries(agreements).map(([value, label]) => ({ value, label })),
    },
    told: {
      kind: 'text',
      label: 'Who there was told?',
      hint: 'Name and how to reach them. Leave it empty if nobody has been told yet.',
      maxLength: 300,
    },
    'told-on': {
      kind: 'date',
      label: 'When were they told?',
      notAfterToday: 'They cannot have been told in the future',
    },
    'meets-on': { kind: 'date', label: 'When do they first meet the child?' },
    note: { kind: 'textarea', label: 'Anything else to know?', maxLength: 2_000, rows: 4 },
  }) as const satisfies Fields

type ExitValues = {
  kind: string
  name: string
  agrees: string
  told: string
  'told-on': Temporal.PlainDate | undefined
  'meets-on': Temporal.PlainDate | undefined
  note: string
}

function exitOf(of: OfCase, values: ExitValues) {
  return {
    ...of,
    kind: values.kind,
    name: values.name.trim(),
    told: values.told.trim(),
    toldOn: values['told-on'] ?? null,
    meetsOn: values['meets-on'] ?? null,
    childAgrees: values.agrees as Agreement,
    note: values.note.trim(),
  }
}

/** Who was told and when belong together. */
function faultOf(values: ExitValues): Refusal | undefined {
  return (values.told.trim() === '') === (values['told-on'] === undefined)
    ? undefined
    : {
        kind: 'errors',
        errors: [
          values['told-on'] === undefined
            ? { field: 'told-on', message: 'Enter when they were told' }
            : { field: 'told', message: 'Say who was told, or take out the day' },
        ],
      }
}

const addExitRoutes = formPage({
  path: addExitPath,
  permission: 'case.move',
  about: 'child',
  change: 'Recorded who helps the child from here',
  view: 'Opened the form to record who helps the child from here',
  async load(request): Promise<Result<OfCase & { today: Temporal.PlainDate }, Answer>> {
    const of = await loadOfCase(request)
    return of.ok ? ok({ ...of.value, today: request.today }) : of
  },
  form: ({ today }) => form({ id: 'exit-service', fields: exitFields(today) }),
  title: () => 'Who helps the child from here',
  intro: () => <p class="govuk-body">One service or person at a time.</p>,
  back: of => casePath.to(of),
  frame: childFrame('cases'),
  submit: 'Save',
  async save({ tx, who, now }, values, { childId, involvementId }) {
    const fault = faultOf(values)
    if (fault) return fault
    await insertExit(tx, who.serviceId, exitOf({ childId, involvementId }, values), who.userId, now)
    return redirect(casePath.to({ childId, involvementId }), 'Saved.')
  },
})

type LoadedExit = { exit: Exit; today: Temporal.PlainDate }

async function loadExit({ tx, params, today }: Request): Promise<Result<LoadedExit, Answer>> {
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const all = id ? await listExits(tx, id) : []
  const exit = all.find(({ exitId, childId }) => exitId === params.exitId && childId === params.childId)
  return exit ? ok({ exit, today }) : refused(notFound)
}

const dateOf = (date: Temporal.PlainDate | null) => (date ? typedDate(date) : '')

const typedOf = ({ exit }: LoadedExit): Typed => ({
  kind: exit.kind,
  name: exit.name,
  agrees: exit.childAgrees,
  told: exit.told,
  'told-on': dateOf(exit.toldOn),
  'meets-on': dateOf(exit.meetsOn),
  note: exit.note,
})

const began = ({ exit }: LoadedExit): Typed => ({
  began: exit.began ?? '',
  'began-on': dateOf(exit.beganOn),
  note: exit.beganNote,
})

/** What both pages about one exit have in common. */
const ofExit = {
  permission: 'case.move',
  about: 'child',
  view: 'Opened who helps the child from here',
  load: loadExit,
  back: ({ exit }: LoadedExit) => casePath.to(exit),
  version: ({ exit }: LoadedExit) => exit.version,
  row: ({ exit }: LoadedExit) => ({ table: 'exit_service', key: { exit_id: exit.exitId } }),
  frame: childFrame('cases'),
  submit: 'Save',
} as const

async function collide(request: Request, typed: (loaded: LoadedExit) => Typed) {
  const fresh = await loadExit(request)
  return fresh.ok
    ? ({ kind: 'collision', theirs: typed(fresh.value), version: fresh.value.exit.version } as const)
    : fresh.reason
}

const changeExitRoutes = formPage({
  ...ofExit,
  path: exitPath,
  change: 'Changed who helps the child from here',
  form: ({ exit, today }) => form({ id: 'exit-service', fields: exitFields(today, exit.kind) }),
  title: () => 'Who helps the child from here',
  initial: typedOf,
  async save(request, values, { exit }) {
    const fault = faultOf(values)
    if (fault) return fault
    const isChanged = await changeExit(request.tx, exit, { act: 'change', to: exitOf(exit, values) })
    return isChanged ? redirect(casePath.to(exit), 'Saved.') : collide(request, typedOf)
  },
})

const beganForm = form({
  id: 'exit-began',
  fields: {
    began: {
      kind: 'choice',
      label: 'Has the help begun?',
      required: 'Choose whether it has begun',
      options: Object.entries(beginnings).map(([value, label]) => ({ value, label })),
    },
    'began-on': {
      kind: 'date',
      label: 'When did they first meet?',
      hint: 'Leave it empty if it is not known.',
      notAfterToday: 'They cannot have met in the future',
      appliesWhen: { field: 'began', is: ['yes'] },
    },
    note: {
      kind: 'textarea',
      label: 'Who said so, and is anything to be done?',
      required: 'Say who said so',
      maxLength: 2_000,
      rows: 4,
    },
  },
})

const exitBeganRoutes = formPage({
  ...ofExit,
  path: exitBeganPath,
  change: 'Recorded whether help elsewhere began',
  form: () => beganForm,
  title: ({ exit }) => `Did it begin: ${exit.name}`,
  initial: began,
  async save(request, values, { exit }) {
    const isChanged = await changeExit(request.tx, exit, {
      act: 'began',
      began: values.began as Beginning,
      on: values['began-on'] ?? null,
      note: values.note.trim(),
    })
    return isChanged ? redirect(casePath.to(exit), 'Saved.') : collide(request, began)
  },
})

export const exitRoutes = [...addExitRoutes, ...changeExitRoutes, ...exitBeganRoutes]
