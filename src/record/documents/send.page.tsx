import { missingIn } from '../../engine/documents/index.ts'
import { form, formPage, typedDate } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { InsetText, WarningText } from '../../ui/govuk/index.ts'
import { childFrame, KnowBeforeContact, readConfidentialHomes } from '../children/index.ts'
import { ConfidentialHome } from './ConfidentialHome.tsx'
import { isForFamily, type SendingWay, sendingWays } from './document.ts'
import { loadToWrite, pullingOf, writingOf } from './loadDocument.ts'
import { copyPath, documentPath, sendDocumentPath } from './paths.ts'
import {
  composeNow,
  holdsKeptAddress,
  type SinceSent,
  sendDocument,
  sinceSent,
  whyNotSent,
} from './writeDocument.ts'

const fieldsOf = (begun: Temporal.PlainDate) =>
  ({
    'sent-to': {
      kind: 'text',
      label: 'To whom does it go?',
      hint: 'The child, a parent, the clerk of the court, the chair of the panel',
      required: 'Say to whom it goes',
      maxLength: 300,
    },
    'sent-how': {
      kind: 'choice',
      label: 'How?',
      required: 'Choose how it is sent',
      options: (Object.keys(sendingWays) as SendingWay[]).map(value => ({
        value,
        label: sendingWays[value],
      })),
    },
    'sent-on': {
      kind: 'date',
      label: 'When?',
      required: 'Enter when it is sent',
      notAfterToday: 'It cannot have been sent after today: record it on the day',
      earliest: {
        date: begun.toString(),
        message: 'It cannot have been sent before it was begun',
      },
    },
  }) as const

/** Where the record is not as the copy says: asked, so that nobody sends it without knowing. */
const allTheSame = {
  'all-the-same': {
    kind: 'choices',
    label: 'Shall it go all the same?',
    required: 'Say that you know, or go back and begin another',
    options: [{ value: 'yes', label: 'Yes. I know that the record says something else now' }],
  },
} as const

const since: Readonly<Record<Exclude<SinceSent, 'same'>, string>> = {
  gone: 'What this copy was made from is not there any more, or holds no longer: an appointment that was called off, or a plan that was replaced or has ended.',
  changed:
    'The record has changed since this copy was made. What is sent is the copy as it was, and not what the record says now.',
}

const gone = 'What this document was made from is not there any more, or holds no longer: it cannot be sent.'

const keptAddress =
  'This copy holds the address where the child lives, which is confidential now: it is not sent again. Change the words of the document, and a new copy is made without the address.'

/** Makes the copy that is sent, and keeps it. */
export const sendDocumentRoutes = formPage({
  path: sendDocumentPath,
  permission: 'documents.write',
  about: 'child',
  change: 'Sent a document',
  view: 'Opened the form to send a document',
  async load(request) {
    const loaded = await loadToWrite(request)
    if (!loaded.ok) return loaded
    const { child, document, definition } = loaded.value
    const [why] = whyNotSent(definition, document)
    if (why !== undefined)
      return refused(turnBack(documentPath.to(document), `It cannot be sent yet. ${why}.`))
    if (document.state === 'final' && (await holdsKeptAddress(request.tx, document)))
      return refused(turnBack(documentPath.to(document), keptAddress))
    const it = pullingOf(request, child, definition, document)
    const [tree, stands, { from: keptFrom }] = await Promise.all([
      document.state === 'final' ? undefined : composeNow(request.tx, it, document.own),
      document.state === 'final' ? sinceSent(request.tx, it, document) : ('same' as const),
      readConfidentialHomes(request.tx, child.childId),
    ])
    if (document.state === 'draft' && !tree) return refused(turnBack(documentPath.to(document), gone))
    return ok({ ...loaded.value, missing: tree ? missingIn(tree) : [], stands, keptFrom })
  },
  form: ({ document, stands }) =>
    form({
      id: 'send-document',
      fields: {
        ...fieldsOf(document.madeAt.toZonedDateTimeISO(ukZone).toPlainDate()),
        ...(stands === 'same' ? {} : allTheSame),
      },
    }),
  title: ({ document }) =>
    document.state === 'final' ? 'Send the same copy to somebody else' : 'Make the copy to send',
  intro: ({ document, missing, stands, keptFrom, child, definition }) => (
    <>
      {isForFamily(definition) && <KnowBeforeContact alerts={child.alerts} />}
      {stands !== 'same' && <WarningText>{since[stands]}</WarningText>}
      <ConfidentialHome from={keptFrom} />
      <p class="govuk-body">
        {document.state === 'final'
          ? 'The copy that was sent before is sent to somebody else as well: the same, byte by byte.'
          : 'A Word file is made and kept as it is now, with its SHA-256. You download it next, and send it: this program sends nothing itself.'}
      </p>
      {missing.length > 0 && (
        <InsetText>
          <p>The record leaves something open. It will stand in the copy in these words:</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </InsetText>
      )}
    </>
  ),
  back: ({ document }) => documentPath.to(document),
  initial: ({ today }) => ({ 'sent-on': typedDate(today) }),
  version: ({ document }) => document.version,
  row: ({ document }) => ({ table: 'document', key: { document_id: document.documentId } }),
  frame: childFrame('documents'),
  submit: 'Keep the copy',
  async save(request, values, { child, document, definition }) {
    const it = pullingOf(request, child, definition, document)
    const sending = { sentTo: values['sent-to'], sentHow: values['sent-how'], sentOn: values['sent-on'] }
    const { projectFolder } = request.platform
    const copyId = await sendDocument(request.tx, it, document, sending, {
      ...writingOf(request),
      projectFolder,
    })
    return copyId === undefined
      ? turnBack(documentPath.to(document), 'Somebody else has just changed this document. Look at it again.')
      : redirect(copyPath.to({ ...document, copyId }), 'The copy is kept. Download it, and send it.')
  },
})
