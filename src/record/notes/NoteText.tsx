import { SummaryList } from '../../ui/govuk/index.ts'
import { NoteBadges } from './NoteBadges.tsx'
import { type NoteDetails, noteSaid } from './noteKinds.ts'

type Given = { sensitivity: string; hasThirdParty: boolean; details: NoteDetails; text: string }

/** What a note says: who may read it, what its kind asks, and the text. */
export function NoteText({ sensitivity, hasThirdParty, details, text }: Given) {
  const said = noteSaid(details).map(({ question, answer }) => ({
    key: question,
    value: <bdi class="tl-keep-lines">{answer}</bdi>,
  }))
  return (
    <>
      {(sensitivity === 'sensitive' || hasThirdParty) && (
        <p class="govuk-body">
          <NoteBadges sensitivity={sensitivity} hasThirdParty={hasThirdParty} />
        </p>
      )}
      {said.length > 0 && <SummaryList rows={said} />}
      <div class="govuk-body tl-keep-lines tl-main--reading" dir="auto">
        {text}
      </div>
    </>
  )
}
