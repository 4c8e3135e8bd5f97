import { WarningText } from '../../ui/govuk/index.ts'

/** From whom the address of the child must be kept: before a document is written or sent. Nothing where from nobody. */
export function ConfidentialHome({ from }: { from: string }) {
  if (from === '') return null
  return (
    <WarningText>
      Where the child lives is confidential from <bdi>{from}</bdi>. The address is written in no document.
      Look at who gets this one, also who gets a copy.
    </WarningText>
  )
}
