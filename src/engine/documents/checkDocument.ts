import { type AssessmentForm, fieldsOf } from '../assessments/index.ts'
import { type DocumentDefinition, type Subject, subjects } from './definition.ts'
import type { SourceName } from './sources.ts'

/** What can be pulled only where it was chosen beforehand. */
const needs: Partial<Record<SourceName, readonly Subject[]>> = {
  form: ['form'],
  easyPlan: ['copy'],
  appointment: ['appointment', 'missed-appointment', 'unexcused-appointment'],
}

/** Faults of a document: words that are empty, sources that it cannot have, questions that no form asks. */
export function checkDocument(it: DocumentDefinition, forms: readonly AssessmentForm[]): readonly string[] {
  const quoted = Object.entries(it.quotes ?? {})
  return [
    ...(/^[a-z][a-z-]*$/.test(it.id)
      ? []
      : [`Its id “${it.id}” goes into the names of files: write it in small letters.`]),
    ...(it.title.trim() === '' ? ['It has no title.'] : []),
    ...(it.source.trim() === '' ? ['It does not say where it comes from.'] : []),
    ...(subjects.includes(it.about) ? [] : [`It is about “${it.about}”, which nobody can choose.`]),
    ...it.pulls.flatMap(name => {
      const asked = needs[name]
      return asked === undefined || asked.includes(it.about)
        ? []
        : [`It pulls “${name}”, and nobody is asked which: it must be about ${asked.join(' or ')}.`]
    }),
    ...(quoted.length > 0 && !it.pulls.includes('signedForms')
      ? ['It quotes from forms without pulling “signedForms”.']
      : []),
    ...quoted.flatMap(([id, questions]) => {
      const form = forms.find(each => each.id === id)
      if (!form) return [`It quotes from the form “${id}”, which does not exist.`]
      const asked = new Set(Object.values(form.versions).flatMap(version => Object.keys(fieldsOf(version))))
      return questions
        .filter(question => !asked.has(question))
        .map(
          question =>
            `It quotes the question “${question}” of the form “${id}”, which no wording of it asks.`,
        )
    }),
    ...Object.entries(it.open).flatMap(([name, part]) => [
      ...(part.label.trim() === '' ? [`Its open part “${name}” does not say what to write.`] : []),
      ...(part.required?.trim() === ''
        ? [`Its open part “${name}” does not say what to do when it is empty.`]
        : []),
    ]),
  ]
}
