import { type AssessmentForm, versionOn } from '../../engine/assessments/index.ts'
import { form, formPage } from '../../engine/forms/index.ts'
import { findAssessmentForm, findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { forbidden, notFound, redirect } from '../../platform/http/index.ts'
import { assessmentsPath, type Child, childFrame, childOf } from '../children/index.ts'
import { insertAssessment, listAssessments } from './assessmentQueries.ts'
import { assessmentPath, beginPath } from './paths.ts'
import { mayWrite } from './whoMay.ts'

/** Of no case: a screening before anything is open, say. */
const noCase = 'none'

type Loaded = { child: Child; definition: AssessmentForm; wording: string; hasOpen: boolean }

/** The cases of a child among which a form belongs to one. */
const beginForm = ({ child: { cases } }: Loaded) =>
  form({
    id: 'begin-assessment',
    fields: {
      case: {
        kind: 'choice',
        label: 'Which case is it for?',
        required: 'Choose the case that it is for',
        options: [
          ...cases.map(({ involvementId, pathway }) => ({
            value: involvementId,
            label: findPathway(practiceInUse(), pathway)?.title ?? pathway,
          })),
          { value: noCase, label: 'None of them' },
        ],
      },
    },
  })

export const beginRoutes = formPage({
  path: beginPath,
  permission: 'assessments.write',
  about: 'child',
  change: 'Began an assessment',
  view: 'Opened the form to begin an assessment',
  async load(request) {
    const { tx, params, today, who } = request
    const child = await childOf(request)
    const definition = findAssessmentForm(practiceInUse(), params.form ?? '')
    const version = definition && versionOn(definition, today)
    if (!child || !version) return refused(notFound)
    if (!mayWrite(definition, { ...who, isRelated: child.isRelated })) return refused(forbidden())
    const others = await listAssessments(tx, child.childId)
    const hasOpen = others.some(each => each.form === definition.id && each.state === 'open')
    return ok({ child, definition, wording: version.id, hasOpen })
  },
  form: loaded => beginForm(loaded),
  title: ({ definition }) => `Begin: ${definition.title}`,
  intro: ({ definition, hasOpen }) => (
    <>
      <p class="govuk-body">{definition.summary}</p>
      {hasOpen && (
        <p class="govuk-body">
          One is being written already. Go on with that one, unless this is about something else.
        </p>
      )}
    </>
  ),
  back: ({ child }) => assessmentsPath.to(child),
  initial: ({ child: { cases } }) => ({ case: cases[0]?.involvementId ?? noCase }),
  frame: childFrame('assessments'),
  submit: 'Begin',
  async save({ tx, who, now }, { case: chosen }, { child: { childId }, definition, wording }) {
    const involvementId = chosen === noCase ? null : chosen
    const assessmentId = await insertAssessment(tx, {
      ...{ serviceId: who.serviceId, childId, involvementId, form: definition.id, wording },
      ...{ by: who.userId, at: now },
    })
    return redirect(assessmentPath.to({ childId, assessmentId }))
  },
})
