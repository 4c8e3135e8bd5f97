import type { DocumentDefinition } from '../../engine/documents/index.ts'
import { form, formPage } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import type { PathwayKind } from '../../engine/pathways/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { forbidden, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import {
  beginDocumentPath,
  type Child,
  childFrame,
  childOf,
  documentsPath,
  KnowBeforeContact,
} from '../children/index.ts'
import { definitionOf, isForFamily, mayWriteKind } from './document.ts'
import { asking, pullingOf, writingOf } from './loadDocument.ts'
import { documentPath } from './paths.ts'
import { chosenSubject, type SubjectOption, subjectsOf, subjectWords } from './subjects.ts'
import { beginDocument } from './writeDocument.ts'

type Loaded = {
  child: Child
  definition: DocumentDefinition
  options: readonly SubjectOption[]
  /** What the page before was about. */
  asked: string
}

/** Voluntary work has no warnings: whoever begins one says that something binds the child. */
const binds = {
  kind: 'choice',
  label: 'Does an order, or an agreement with the police or the court, ask the child to come?',
  hint: 'Prevention and diversion are voluntary',
  required: 'Say whether an order or agreement asks the child to come',
  options: [
    { value: 'yes', label: 'Yes: I name it in the letter' },
    { value: 'no', label: 'No, the work is voluntary' },
  ],
} as const

/** What the record says binds nobody: all of it may be refused by the child. */
const voluntaryKinds: readonly PathwayKind[] = ['prevention', 'diversion']

/** Whether somebody may warn: where a case of the record binds the child; where none does, whoever answers for the work may know of an order. */
function mayWarn({ who }: Request, { cases, isRelated }: Child): boolean {
  const binds = cases.some(({ pathway }) => {
    const kind = findPathway(practiceInUse(), pathway)?.kind
    return kind !== undefined && !voluntaryKinds.includes(kind)
  })
  return binds || may('plans.countersign', who.roles, isRelated)
}

const onlyVoluntary =
  'Every open case of this child is voluntary: nobody is warned. Write about the missed appointment instead. Where an order binds the child that this record does not hold, a senior or a manager writes the warning.'

/** What is asked before a document is begun: what of the record it is made from, where there is more than the child. */
const fieldsOf = ({ definition: { about }, options }: Loaded) => {
  const words = about === 'child' ? undefined : subjectWords[about]
  const of = {
    kind: 'choice',
    label: words?.asks ?? '',
    required: words?.required ?? '',
    options,
  } as const
  const shown: Partial<{ of: typeof of; binds: typeof binds }> = {
    ...(words && { of }),
    ...(about === 'unexcused-appointment' && { binds }),
  }
  // Not asked is not answered.
  return shown as { of: typeof of; binds: typeof binds }
}

export const beginDocumentRoutes = formPage({
  path: beginDocumentPath,
  permission: 'documents.write',
  about: 'child',
  change: 'Began a document',
  view: 'Opened the form to begin a document',
  async load(request) {
    const child = await childOf(request)
    const definition = definitionOf(request.params.kind ?? '')
    if (!child || !definition) return refused(notFound)
    if (!mayWriteKind(definition.id, asking(request, child))) return refused(forbidden())
    if (definition.about === 'unexcused-appointment' && !mayWarn(request, child))
      return refused(turnBack(documentsPath.to(child), onlyVoluntary))
    const options = await subjectsOf(request.tx, child.childId, definition, request.now)
    if (definition.about !== 'child' && options.length === 0)
      return refused(turnBack(documentsPath.to(child), subjectWords[definition.about].none))
    const of = request.query.get('of') ?? ''
    const asked = options.find(({ value }) => value === of || value.startsWith(`${of}.`))?.value
    return ok<Loaded>({
      child,
      definition,
      options,
      asked: (of && asked) || (options.length === 1 ? (options[0]?.value ?? '') : ''),
    })
  },
  form: loaded => form({ id: 'begin-document', fields: fieldsOf(loaded) }),
  title: ({ definition }) => definition.title,
  intro: ({ definition, child }) => (
    <>
      {isForFamily(definition) && <KnowBeforeContact alerts={child.alerts} />}
      <p class="govuk-body">{definition.summary}</p>
      {definition.ours && (
        <InsetText>The wording is this service’s own. No published wording was used.</InsetText>
      )}
      <p class="govuk-body">
        What the record says is filled in. What only you can say, you write next; nothing leaves the service
        before you send it.
      </p>
    </>
  ),
  back: ({ child }) => documentsPath.to(child),
  initial: ({ asked }) => ({ of: asked }),
  frame: childFrame('documents'),
  submit: 'Begin',
  async save(request, values, { child, definition }) {
    if (values.binds === 'no')
      return {
        kind: 'errors',
        errors: [
          {
            field: 'binds',
            message: 'Voluntary work has no warnings: write the letter about a missed appointment instead',
          },
        ],
      }
    const about = chosenSubject(values.of)
    const it = pullingOf(request, child, definition, about)
    const documentId = await beginDocument(request.tx, it, writingOf(request))
    return documentId
      ? redirect(documentPath.to({ childId: child.childId, documentId }))
      : { kind: 'errors', errors: [{ field: 'of', message: 'That is not there any more: choose another' }] }
  },
})
