import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { assessmentPath, type FoundSection, formTitle, mostSections } from '../assessments/index.ts'
import { ChildLink, nameOf } from '../children/index.ts'
import { piecesOf } from './noteSearch.ts'

/** The title of a part of a form, in the wording in which it was written; its id where the definitions no longer have it. */
const partTitle = ({ form, wording, section }: FoundSection): string =>
  findAssessmentForm(practiceInUse(), form)?.versions[wording]?.sections[section]?.title ?? section

/** What was found in long forms, below the notes; nothing where nothing was. */
export function FoundInForms({ found, isOfOne }: { found: readonly FoundSection[]; isOfOne: boolean }) {
  if (found.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">In assessments</h2>
      <Timeline
        label="What was found in assessments, saved last first"
        headingLevel={3}
        items={found.slice(0, mostSections).map(it => ({
          key: `${it.assessmentId}-${it.section}`,
          title: (
            <a class="govuk-link" href={assessmentPath.to(it)}>
              {formTitle(it.form)}: {partTitle(it)}
              {!isOfOne && <span class="govuk-visually-hidden"> about {nameOf(it)}</span>}
            </a>
          ),
          by: it.savedBy,
          date: writeMoment(it.savedAt, ukZone),
          datetime: it.savedAt.toString(),
          children: (
            <>
              {!isOfOne && (
                <p>
                  <ChildLink child={it} />
                </p>
              )}
              <p class="tl-keep-lines" dir="auto">
                {piecesOf(it.fragment).map(({ text, isFound }, index) =>
                  isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
                )}
              </p>
            </>
          ),
        }))}
      />
      {found.length > mostSections && (
        <p class="govuk-body">There are more than {mostSections}. Use more words to find fewer.</p>
      )}
    </>
  )
}
