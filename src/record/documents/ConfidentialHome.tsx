import { WarningText } from '../../ui/govuk/index.ts'

/** From whom the address of the child must be kept: before a document is written or sent. Nothing where from nobody. */
export function ConfidentialHome({ from }: { from: string }) {
  if (from === '') return null
  return (
    <WarningText>
      Where the child lives is confidential from <bdi>{from}</bdi>. No document that is made from now on holds
      the address; a copy that was sent before may. Look at who gets this one, also who gets a copy.
    </WarningText>
  )
}

/** A kept copy that holds the address: it is shown as it was sent, and given to nobody unawares. */
export function AddressInCopy({ from }: { from: string }) {
  return (
    <WarningText>
      This copy holds the address where the child lives, which is confidential from <bdi>{from}</bdi> now. Do
      not give it to anybody.
    </WarningText>
  )
}
