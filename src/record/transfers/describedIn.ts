import { birthOf } from '../arrivals/index.ts'
import type { TransferPackage } from './package.ts'

/** What of a package can be compared with the children whom we know, as an arrival is. */
export function describedIn({ child, details }: TransferPackage) {
  const { givenName, familyName, knownAs, birthDateBasis } = child
  const birthDate = child.birthDate === null ? null : Temporal.PlainDate.from(child.birthDate)
  const others = details?.otherNames.map(({ name }) => name) ?? []
  return {
    names: [
      `${givenName} ${familyName}`,
      ...(knownAs === '' ? [] : [`${knownAs} ${familyName}`]),
      ...others,
    ].map(name => name.trim()),
    birthDate: birthDate ?? undefined,
    birth: birthOf({ birthDate, birthDateBasis }),
    postcode: details?.postcode ?? '',
    phone: details?.phone ?? '',
    school: details?.school ?? '',
  }
}
