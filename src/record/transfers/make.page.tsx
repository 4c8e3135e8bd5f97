import {
  type Answers,
  type Check,
  chosenIn,
  type FieldError,
  type Fields,
  type Form,
  formPage,
} from '../../engine/forms/index.ts'
import { fingerprint } from '../../kernel/fingerprint.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, route, turnBack } from '../../platform/http/index.ts'
import { Table, WarningText } from '../../ui/govuk/index.ts'
import { type Child, childFrame, childOf, childPage } from '../children/index.ts'
import { type About, gatherPackage } from './gatherPackage.ts'
import { type NoteRow, notesToSend } from './gatherQueries.ts'
import { Made } from './Made.tsx'
import { makePackage } from './makePackage.ts'
import { notesToLeaveOut } from './notesToLeaveOut.ts'
import { countParts, type PackagePart, packageParts, type TransferPackage } from './package.ts'
import { makeTransferPath, otherServicesPath, takeFilePath } from './paths.ts'
import { takeFile } from './transferQueries.ts'

const allParts = Object.keys(packageParts) as PackagePart[]

const asked = {
  to: {
    kind: 'text',
    label: 'To which service?',
    required: 'Enter which service it goes to',
    maxLength: 200,
  },
  told: {
    kind: 'text',
    label: 'Who there has been told?',
    hint: 'Name and how you reached them. The passphrase is said to this person.',
    required: 'Say who has been told that it comes',
    maxLength: 300,
  },
  reason: {
    kind: 'textarea',
    label: 'Why does the record go there?',
    hint: 'It goes with the package.',
    required: 'Say why the record goes there',
    maxLength: 2_000,
    rows: 4,
  },
  parts: {
    kind: 'choices',
    label: 'What goes with it?',
    hint: 'Name, date of birth and our reference always go. Send what they need and no more.',
    required: 'Choose what goes with it',
    options: allParts.map(value => ({ value, label: packageParts[value] })),
  },
} as const

const staysKey = 'notes-that-stay'

/** In the preview: which notes it was made of. */
const shownKey = 'notes-shown'
const shownMark = ({ notes }: Loaded) =>
  fingerprint(JSON.stringify(notes.map(({ noteId, version }) => [noteId, version])))

/** The parts, and where there are notes which of them stay: one by one. */
function makeForm({ notes }: Loaded): Form {
  return {
    id: 'transfer',
    fields: {
      ...asked,
      ...(notes.length > 0 && {
        [staysKey]: {
          kind: 'choices',
          label: 'Which notes stay here?',
          hint: 'Tick what must not go. All others go. Sensitive notes, and notes with information about somebody else, stand first.',
          appliesWhen: { field: 'parts', is: ['notes'] },
          options: notesToLeaveOut(notes),
        },
      }),
    },
  }
}

type Loaded = { child: Child; notes: readonly NoteRow[] }

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const child = await childOf(request)
  return child ? ok({ child, notes: await notesToSend(request.tx, child.childId) }) : refused(notFound)
}

/** What was answered, by question: the notes are asked about only where there are any. */
const written = (answers: Answers, name: string) => String(answers[name] ?? '').trim()
const chosenParts = (answers: Answers) => allParts.filter(part => chosenIn(answers.parts).includes(part))

function aboutOf({ who, now }: Request, { child }: Loaded, answers: Answers): About {
  const maySeeHealth = may('health.see', who.roles, child.isRelated)
  const leaveOut = chosenIn(answers[staysKey])
  return {
    from: who.serviceName,
    to: written(answers, 'to'),
    reason: written(answers, 'reason'),
    at: now,
    maySeeHealth,
    leaveOut,
  }
}

async function check(
  request: Request,
  _values: unknown,
  loaded: Loaded,
  answers: Answers,
): Promise<Result<Check | undefined, FieldError[]>> {
  const about = aboutOf(request, loaded, answers)
  const whole = await gatherPackage(request.tx, loaded.child, about)
  const stay = loaded.notes.filter(({ noteId }) => about.leaveOut.includes(noteId)).length
  return ok({
    body: <Preview whole={whole} parts={chosenParts(answers)} stay={stay} shown={shownMark(loaded)} />,
    submit: 'Make the package',
  })
}

const makeRoutes = formPage<Fields, Loaded>({
  path: makeTransferPath,
  permission: 'transfer.make',
  about: 'child',
  change: 'Made a package of the record for another service',
  view: 'Opened the form to hand the record to another service',
  load,
  form: makeForm,
  title: () => 'Hand the record to another service',
  intro: () => (
    <p class="govuk-body">
      You see what goes and what stays before anything is made. Our own record stays as it is.
    </p>
  ),
  back: ({ child }) => otherServicesPath.to(child),
  frame: childFrame('details'),
  submit: 'Look at what goes',
  check,
  async save(request, _values, loaded, answers) {
    const { tx, who } = request
    const { child } = loaded
    // Nothing goes that nobody has looked at.
    if (request.sent.one(shownKey) !== shownMark(loaded)) {
      const message = 'A note has been written or changed meanwhile: look again at what goes'
      return { kind: 'errors', errors: [{ field: 'parts', message }], isAskedAnew: true }
    }
    const made = await makePackage(tx, child, {
      ...aboutOf(request, loaded, answers),
      serviceId: who.serviceId,
      told: written(answers, 'told'),
      parts: chosenParts(answers),
      by: who.userId,
    })
    if (!made.ok) {
      const message =
        'The package would be too large. Leave out contacts or notes, and send those another way'
      return { kind: 'errors', errors: [{ field: 'parts', message }] }
    }
    return childPage(request, {
      section: 'details',
      title: 'The package is made',
      body: (
        <Made
          child={child}
          transferId={made.value.transferId}
          it={made.value.it}
          passphrase={made.value.passphrase}
          csrfToken={request.csrfToken}
        />
      ),
    })
  },
})

/** How long a package that was made waits for whoever made it. */
export const fileWaits = { hours: 1 } as const

const takeRoute = route({
  method: 'POST',
  path: takeFilePath,
  permission: 'transfer.make',
  about: 'child',
  audit: {
    kind: 'change',
    what: 'Took the package of the record for another service',
    view: 'Asked for the package of the record',
  },
  async handle({ tx, params, now }) {
    const { childId = '' } = params
    const transferId = parseId<'transfer'>(params.transferId ?? '')
    if (!transferId) return notFound
    const since = now.subtract(fileWaits)
    const taken = await takeFile(tx, { childId, transferId, since, at: now })
    if (!taken)
      return turnBack(
        otherServicesPath.to({ childId }),
        'This package was taken before, or is more than an hour old. Make another.',
      )
    return { kind: 'file', name: taken.name, type: 'application/octet-stream', bytes: taken.content }
  },
})

export const makeTransferRoutes = [...makeRoutes, takeRoute]

function Preview({
  whole,
  parts,
  stay,
  shown,
}: {
  whole: TransferPackage
  parts: readonly PackagePart[]
  /** How many notes were left out, one by one. */
  stay: number
  shown: string
}) {
  const counts = countParts(whole)
  const others = (whole.people?.length ?? 0) > 0 && parts.includes('people')
  return (
    <>
      <input type="hidden" name={shownKey} value={shown} />
      <h2 class="govuk-heading-m">What goes to {whole.to}</h2>
      <Table
        caption="Parts of the record"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Part', 'How many', 'Goes or stays']}
        rows={[
          ['Name, date of birth, reference', '', 'Goes'],
          ...allParts.map(part => [
            packageParts[part],
            part === 'details' ? '' : String(counts[part] ?? 0),
            parts.includes(part) ? 'Goes' : 'Stays',
          ]),
          ...(stay > 0 && parts.includes('notes') ? [['Notes left out', String(stay), 'Stays']] : []),
        ]}
      />
      {whole.child.wasRestricted && (
        <WarningText>
          This record is restricted. Whoever opens the package there sees all that is in it: say so to them,
          and say why.
        </WarningText>
      )}
      {(others || parts.includes('notes') || parts.includes('cases')) && (
        <WarningText>
          It tells of other people too{others && `: ${whole.people?.length} around the child by name`}. Notes
          and answers may name victims, other children and people who must not be found. Read them first, and
          leave out what must stay: single notes are ticked above.
        </WarningText>
      )}
      <p class="govuk-body">
        Never in a package: conflicts of interest, who may open the record, who looked at it and changed it,
        drafts, files, appointments that are only planned, people who have left the child’s life, and anything
        of staff but their names.
      </p>
    </>
  )
}
