import type { Work } from '../../platform/database/index.ts'
import { birthOf, findCandidates, type Match, rankMatches } from '../arrivals/index.ts'
import { type Child, listOtherNames } from '../children/index.ts'

/** The same name, or the same date of birth with something more: worth comparing. */
const leastWeight = 6

/** So many are shown: more would be no help to anybody. */
const most = 10

/**
 * Other records that may be of the same child, the likeliest first, by the same measure as what arrives is matched. Of
 * whom it was said that they are not is not among them.
 */
export async function listAlike(
  tx: Work,
  child: Child,
  saidDifferent: ReadonlySet<string>,
): Promise<Match[]> {
  const { givenName, familyName, knownAs, postcode, phone, school } = child
  const others = await listOtherNames(tx, child.childId)
  const names = [
    `${givenName} ${familyName}`.trim(),
    ...(knownAs === '' ? [] : [`${knownAs} ${familyName}`.trim()]),
    ...others.map(({ name }) => name),
  ]
  const described = { names, birth: birthOf(child), postcode, phone, school }
  const found = (await findCandidates(tx, described)).filter(
    ({ childId }) => childId !== child.childId && !saidDifferent.has(childId),
  )
  return rankMatches(found, described)
    .filter(({ weight }) => weight >= leastWeight)
    .slice(0, most)
}
