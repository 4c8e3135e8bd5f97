import { CaseAlerts } from '../../ui/moj/case-alert/CaseAlert.tsx'
import { alertWords } from './alerts.ts'
import type { Child } from './child.ts'
import { adviceOnTalking, sourceWords } from './toldByForm.ts'

/** The open alerts about a child, each with what it is about in words. */
export function ChildAlerts({ alerts }: Pick<Child, 'alerts'>) {
  return (
    <CaseAlerts
      alerts={alerts.map(({ kind, text }) => ({
        kind: alertWords(kind).about,
        text: kind === 'other' ? text : `${alertWords(kind).label}. ${text}`,
      }))}
    />
  )
}

/** What must be known before anybody gets in touch with the child or the family: where a letter is written, or a page made for them. */
export function KnowBeforeContact({ alerts }: Pick<Child, 'alerts'>) {
  return <ChildAlerts alerts={alerts.filter(({ kind }) => kind === 'before-contact')} />
}

/** How to talk with a child: what a therapist advises with its source, and beside it what somebody wrote in Details. */
export function HowToTalk({ child }: { child: Pick<Child, 'howToTalk' | 'told'> }) {
  return (
    <>
      <h2 class="govuk-heading-s">How to talk with this child</h2>
      <TalkingAdvice child={child} />
      {(child.howToTalk !== '' || !adviceOnTalking(child)) && (
        <p class="govuk-body tl-keep-lines" dir="auto">
          {child.howToTalk === '' ? 'Nothing is recorded yet.' : child.howToTalk}
        </p>
      )}
    </>
  )
}

/** What the latest signed form advises on talking with a child, and from where it is; above what stands in Details. */
export function TalkingAdvice({ child }: { child: Pick<Child, 'howToTalk' | 'told'> }) {
  const advice = adviceOnTalking(child)
  if (!advice) return null
  return (
    <>
      <p class="govuk-body tl-keep-lines govuk-!-margin-bottom-1" dir="auto">
        {advice.words}
      </p>
      <p class="govuk-hint">{sourceWords(advice)}</p>
      {child.howToTalk !== '' && <p class="govuk-body govuk-!-margin-bottom-1">Written in Details:</p>}
    </>
  )
}
