import { overlap } from '../../kernel/period.ts'
import { optionsOf } from '../forms/index.ts'
import { type AssessmentForm, type Condition, type FormVersion, fieldsOf } from './assessmentForm.ts'

/** Faults of a form beside those of its fields: what the compiler cannot see. */
export function checkAssessmentForm(form: AssessmentForm): readonly string[] {
  const versions = Object.entries(form.versions)
  return [
    ...(versions.length === 0 ? ['It has no wording.'] : []),
    ...(form.by.length === 0 ? ['Nobody may answer it.'] : []),
    ...versions.flatMap(([id, version], place) => [
      ...versions
        .slice(0, place)
        .filter(([, earlier]) => overlap(earlier.inForce, version.inForce))
        .map(([earlier]) => `The wordings “${earlier}” and “${id}” are in force at the same time.`),
      ...checkVersion(form, version).map(fault => `In the wording “${id}” ${fault}`),
    ]),
  ]
}

function checkVersion(form: AssessmentForm, version: FormVersion): string[] {
  const seen = new Set<string>()
  const headings = Object.values(version.sections).map(({ title }) => title)
  const twice = repeated(headings).map(title => `two sections have the heading “${title}”.`)
  const worked = Object.values(version.sections).flatMap(section => Object.entries(section.workedOut ?? {}))
  const rules = [
    ...(version.secondLooks ?? [])
      .filter(({ section }) => !Object.hasOwn(version.sections, section))
      .map(
        ({ id, section }) =>
          `the question back “${id}” stands with the section “${section}”, which does not exist.`,
      ),
    ...repeated(worked.map(([name]) => name)).map(name => `“${name}” is worked out twice.`),
    ...worked
      .filter(([name]) => Object.hasOwn(fieldsOf(version), name))
      .map(([name]) => `“${name}” is worked out, and is a question too.`),
    ...worked
      .filter(([, rule]) => [rule.label, rule.version, rule.source].some(words => words.trim() === ''))
      .map(
        ([name]) => `what is worked out as “${name}” lacks its words, the version of its rule or its source.`,
      ),
    ...worked
      .filter(([, { appliesWhen }]) => appliesWhen && !Object.hasOwn(fieldsOf(version), appliesWhen.field))
      .map(([name, { appliesWhen }]) => `“${name}” hangs on “${appliesWhen?.field}”, which nobody is asked.`),
  ]
  const faultsOfSections = Object.entries(version.sections).flatMap(
    ([id, { title, appliesWhen, by, fields, showsToo }]) => {
      const name = `the section “${id}”`
      const faults = [
        ...(title.trim() === '' ? [`${name} has no heading.`] : []),
        ...(Object.keys(fields).length === 0 ? [`${name} asks nothing.`] : []),
        ...(by ?? [])
          .filter(role => !form.by.includes(role))
          .map(role => `${name} is for the role “${role}”, which may not open the form.`),
        ...checkCondition(name, appliesWhen, version, seen),
        ...(showsToo ?? [])
          .filter(each => !worked.some(([result]) => result === each))
          .map(each => `${name} shows “${each}”, which is not worked out.`),
        ...repeated(Object.values(fields).map(({ label }) => label)).map(
          label => `${name} asks “${label}” twice: nobody could tell the answers apart.`,
        ),
        ...Object.keys(fields)
          .filter(field => seen.has(field))
          .map(field => `${name} asks “${field}”, which an earlier section asks.`),
        ...Object.entries(fields).flatMap(([field, { appliesWhen: when }]) =>
          when && !Object.hasOwn(fields, when.field)
            ? checkCondition(`the question “${field}”`, when, version, seen)
            : [],
        ),
      ]
      for (const field of Object.keys(fields)) seen.add(field)
      return faults
    },
  )
  const under = Object.values(version.sections).map(section => section.under)
  const stretches = under.filter((each, place) => each !== undefined && each !== under[place - 1])
  const apart = repeated(stretches.flatMap(each => each ?? [])).map(
    each => `the sections under “${each}” do not stand together.`,
  )
  return [...twice, ...apart, ...rules, ...faultsOfSections]
}

/** The words that stand more than once, each named once. */
function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, place) => words.indexOf(word) !== place))]
}

/** A condition hangs on an answer that an earlier section offers. */
function checkCondition(
  name: string,
  condition: Condition | undefined,
  version: FormVersion,
  seen: ReadonlySet<string>,
): string[] {
  if (!condition) return []
  const asked = seen.has(condition.field) ? fieldsOf(version)[condition.field] : undefined
  if (!asked) return [`${name} hangs on “${condition.field}”, which no section before it asks.`]
  const values = optionsOf(asked).map(({ value }) => value)
  return condition.is
    .filter(value => !values.includes(value))
    .map(value => `${name} hangs on the answer “${value}”, which “${condition.field}” does not offer.`)
}
