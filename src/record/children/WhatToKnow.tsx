import { CaseAlerts } from '../../ui/moj/case-alert/CaseAlert.tsx'
import { alertWords } from './alerts.ts'
import type { Child } from './child.ts'

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

/** How to talk with a child, in the words of whoever knows. */
export function HowToTalk({ howToTalk }: Pick<Child, 'howToTalk'>) {
  return (
    <>
      <h2 class="govuk-heading-s">How to talk with this child</h2>
      <p class="govuk-body tl-keep-lines" dir="auto">
        {howToTalk === '' ? 'Nothing is recorded yet.' : howToTalk}
      </p>
    </>
  )
}
