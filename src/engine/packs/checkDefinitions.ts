import { checkActionColours, checkActionSources } from '../actions/index.ts'
import { checkAssessmentForm, checkReviewRule, checkScoreBands, fieldsOf } from '../assessments/index.ts'
import { canBeSetOtherwise } from '../clocks/index.ts'
import { checkDocument } from '../documents/index.ts'
import { checkFeedbackForm, type FeedbackForm } from '../feedback/index.ts'
import { bringing, checkForum } from '../forums/index.ts'
import { checkArrivalForm, checkRoutes } from './checkArrivals.ts'
import { checkByForm, checkFromForm, checkFromPlan } from './checkByForm.ts'
import { checkCodeList, checkMapping } from './checkCodes.ts'
import { checkContactPolicy } from './checkContactPolicy.ts'
import { checkCounted } from './checkCounted.ts'
import { checkFields, checkNotLong } from './checkFields.ts'
import { checkFoundNeeds } from './checkFoundNeeds.ts'
import { checkKeys } from './checkKeys.ts'
import { checkClocks, checkPathway } from './checkPathway.ts'
import { checkTellings } from './checkTellings.ts'
import { checkWorkload } from './checkWorkload.ts'
import type { Practice } from './practice.ts'

/** Something wrong with a definition: the file to mend, and what is the matter in a sentence. */
export type DefinitionFault = { readonly file: string; readonly fault: string }

/**
 * Looks at every definition for what the compiler cannot see. Run when the program starts: with one
 * fault or more it must not serve. No faults, no lines.
 */
export function checkDefinitions(practice: Practice): readonly DefinitionFault[] {
  return [
    ...checkIds('pack', practice.packs),
    ...checkIds('code list', practice.codeLists),
    ...checkIds('mapping', practice.mappings),
    ...checkIds('form', practice.forms),
    ...checkIds('long form', practice.assessments),
    ...checkIds('pathway', practice.pathways),
    ...checkIds('form for feedback', practice.feedback),
    ...checkIds('policy of contacts', practice.contactPolicies),
    ...checkIds('document', practice.documents),
    ...checkIds('forum', practice.forums),
    ...practice.forums.flatMap(forum =>
      inFile(forum.file, [
        ...checkForum(
          forum,
          practice.pathways,
          practice.actionSources.map(({ id }) => id),
          practice.codeLists,
        ),
        ...[
          { where: 'referral', fields: forum.referral },
          ...bringing(forum).map(({ id, brings }) => ({ where: `seat “${id}”`, fields: brings.asks })),
          ...Object.entries(forum.decisions).map(([id, { asks }]) => ({
            where: `decision “${id}”`,
            fields: asks ?? {},
          })),
        ].flatMap(({ where, fields }) => [...checkFields(where, fields), ...checkNotLong(where, fields)]),
      ]),
    ),
    ...checkIds('colours of actions', practice.actionColours),
    ...practice.packs.flatMap(({ file, actionSources = [] }) =>
      inFile(file, checkActionSources(actionSources)),
    ),
    ...practice.actionColours.flatMap(each =>
      inFile(each.file, checkActionColours(each, practice.actionColours)),
    ),
    ...practice.documents.flatMap(it => inFile(it.file, checkDocument(it, practice.assessments))),
    ...practice.contactPolicies.flatMap(policy =>
      inFile(policy.file, checkContactPolicy(policy, practice.contactPolicies)),
    ),
    ...practice.feedback.flatMap((form, index) =>
      inFile(form.file, [
        ...checkFeedbackForm(form),
        ...checkFields(`form “${form.id}”`, form.fields),
        ...checkNotLong(`form “${form.id}”`, form.fields),
        ...(practice.feedback.slice(0, index).some(earlier => asksAlike(earlier, form))
          ? [
              form.fromOutside
                ? 'There is a form already by which somebody from outside asks.'
                : `There is a form for feedback from a ${form.from} already.`,
            ]
          : []),
      ]),
    ),
    ...practice.assessments.flatMap(form =>
      inFile(form.file, [
        ...checkAssessmentForm(form),
        ...Object.entries(form.versions).flatMap(([id, version]) => {
          const [where, fields] = [`form “${form.id}”, wording “${id}”,`, fieldsOf(version)]
          return [...checkFields(where, fields), ...checkFoundNeeds(where, fields, practice.codeLists)]
        }),
      ]),
    ),
    ...practice.codeLists.flatMap(list => inFile(list.file, checkCodeList(list))),
    ...practice.mappings.flatMap(mapping => inFile(mapping.file, checkMapping(mapping, practice.codeLists))),
    ...practice.forms.flatMap(form => inFile(form.file, checkArrivalForm(form, practice.codeLists))),
    ...practice.pathways.flatMap(pathway =>
      inFile(pathway.file, [
        ...checkPathway(pathway),
        ...checkByForm(pathway, practice.assessments),
        ...checkFromForm(pathway, practice.assessments),
        ...checkFromPlan(pathway),
        ...checkRoutes(pathway, practice.forms, practice.pathways),
        ...checkClocks(pathway),
        ...checkKeys(pathway),
        ...checkTellings(pathway),
        ...checkCounted(pathway),
        ...Object.entries(pathway.steps).flatMap(([id, step]) => [
          ...checkFields(`step “${id}”`, step.fields),
          ...checkNotLong(`step “${id}”`, step.fields),
        ]),
      ]),
    ),
    ...practice.reviewRules.flatMap((rule, index) =>
      inFile(rule.file, [
        ...checkReviewRule(
          rule,
          practice.assessments.map(({ id }) => id),
        ),
        ...(index === 0
          ? []
          : [`There is a rule for reviews already, in ${practice.reviewRules[0]?.file}: a service has one.`]),
      ]),
    ),
    ...practice.workloads.flatMap((method, index) =>
      inFile(method.file, [
        ...checkWorkload(method, practice.pathways),
        ...(index === 0
          ? []
          : [`Load is counted already, in ${practice.workloads[0]?.file}: a service has one method.`]),
      ]),
    ),
    ...practice.packs.flatMap(pack => inFile(pack.file, (pack.scoreBands ?? []).flatMap(checkScoreBands))),
    ...practice.packs.flatMap(pack => inFile(pack.file, checkOverrides(pack.clockOverrides ?? [], practice))),
  ]
}

/** Whether two forms for feedback would stand in each other's place: one a giver, and one for whoever asks from outside. */
function asksAlike(a: FeedbackForm, b: FeedbackForm): boolean {
  return a.fromOutside || b.fromOutside ? Boolean(a.fromOutside && b.fromOutside) : a.from === b.from
}

function inFile(file: string, faults: readonly string[]): readonly DefinitionFault[] {
  return faults.map(fault => ({ file, fault }))
}

/** Ids that stand twice; the later definition is named. */
function checkIds(
  what: string,
  definitions: readonly { readonly id: string; readonly file: string }[],
): readonly DefinitionFault[] {
  return definitions.flatMap(({ id, file }, index) => {
    const earlier = definitions.slice(0, index).find(other => other.id === id)
    return earlier ? [{ file, fault: `The ${what} “${id}” is defined already, in ${earlier.file}.` }] : []
  })
}

function checkOverrides(overrides: Practice['clockOverrides'], { pathways }: Practice): readonly string[] {
  return overrides.flatMap(override => {
    const pathway = pathways.find(({ id }) => id === override.pathway)
    const clock = pathway?.clocks.find(({ id }) => id === override.clock)
    const name = `“${override.clock}” of the pathway “${override.pathway}”`
    if (!clock) return [`A length of the service’s own is given for the clock ${name}, which does not exist.`]
    if (clock.policy === 'statutory') {
      return [`A length of the service’s own is given for the clock ${name}, whose length is set by law.`]
    }
    if (!canBeSetOtherwise(clock)) {
      return [`A length of the service’s own is given for the clock ${name}, whose day is given in the case.`]
    }
    return []
  })
}
