import { foldName } from '../../kernel/names.ts'
import type { Fact } from '../children/index.ts'
import type { TransferPackage } from './package.ts'

/** An address as two services may write it. */
export type Written = { address: string; postcode: string }

/** An address as it is compared: without capitals, accents, punctuation and line ends. */
const fold = (text: string) => foldName(text.replace(/[^\p{L}\p{M}\p{N}'’]+/gu, ' '))

const foldPostcode = (text: string) => fold(text).replaceAll(' ', '')

/**
 * Whether two addresses are the same one, however they were typed: the postcode may stand in a field of its own, in the
 * address or nowhere, but must not be another. Two that are empty are not the same.
 */
export function isSameAddress(one: Written, other: Written): boolean {
  const [first, second] = [one, other].map(({ address, postcode }) => ({
    address: fold(address),
    whole: `${fold(address).replaceAll(' ', '')}${foldPostcode(postcode)}`,
    postcode: foldPostcode(postcode),
  }))
  if (!first || !second || first.whole === '') return false
  if (first.whole === second.whole) return true
  const maySharePostcode =
    first.postcode === '' || second.postcode === '' || first.postcode === second.postcode
  return first.address !== '' && first.address === second.address && maySharePostcode
}

type Details = TransferPackage['details']

/** From whom their address is kept; '' from nobody. */
export const keptFrom = (details: Details): string => details?.confidentialFrom?.trim() ?? ''

/** Those of our facts of where the child lives now that are the address in a package. */
export function theirAddressAmong(ours: readonly Fact[], details: Details): Fact[] {
  const theirs = { address: details?.address ?? '', postcode: details?.postcode ?? '' }
  return ours.filter(
    ({ until, said }) =>
      until === null && isSameAddress({ address: said.address ?? '', postcode: said.postcode ?? '' }, theirs),
  )
}

/**
 * Whether somebody must not learn of their address, and our record would not say so: it is none of ours, and not put there.
 * @param isPutIn it goes onto the record as it came
 */
export function isUnsaid(details: Details, ours: readonly Fact[], isPutIn: boolean): boolean {
  const isThere = `${details?.address ?? ''}${details?.postcode ?? ''}`.trim() !== ''
  return keptFrom(details) !== '' && !(isPutIn && isThere) && theirAddressAmong(ours, details).length === 0
}

/** From whom an address is kept once two services have said so: from everybody that one of them names, each once. */
export function keptFromBoth(ours: string, theirs: string): string {
  return [...ours.split(';'), ...theirs.split(';')]
    .map(each => each.trim())
    .filter((each, n, all) => each !== '' && all.findIndex(other => fold(other) === fold(each)) === n)
    .join('; ')
}
