import type { DemonstrationAround } from './addAround.ts'
import type { Chance } from './chance.ts'
import type { Course } from './walk.ts'
import { agreed, letters, namesOfProfessionals, professionals } from './wordsOfWork.ts'

/** What stands around a child who has said yes: who else helps, what may be shared with whom, letters. */
export function inventAround(by: Chance, school: string, { steps }: Course): DemonstrationAround | undefined {
  const accepted = steps.find(({ step }) => step === 'accept')
  if (!accepted) return undefined
  const { daysAgo } = accepted
  const helper = by.isIn(40) ? { name: by.one(namesOfProfessionals), ...by.one(professionals) } : undefined
  const mayShare = accepted.typed.sharing === 'yes' && school !== '' && by.isIn(50)
  const letter = by.isIn(15) ? by.one(letters) : undefined
  return {
    ...(helper ? { people: [helper] } : {}),
    ...(mayShare ? { agreements: [agreement(by, school, daysAgo)] } : {}),
    ...(letter ? { files: [letter] } : {}),
  }
}

function agreement(
  by: Chance,
  school: string,
  daysAgo: number,
): NonNullable<DemonstrationAround['agreements']>[number] {
  const { shared, way, with: whom, ...said } = by.one(agreed)
  const withWhom = `${school}, ${whom}`
  const sharedDaysAgo = daysAgo - by.between(5, 40)
  return {
    what: said.what,
    howAsked: said.howAsked,
    withWhom,
    agreedBy: by.one([['child'], ['child', 'parent']] as const),
    fromDaysAgo: daysAgo,
    weeks: by.one([12, 26]),
    ...(sharedDaysAgo > 0 ? { shared: { what: shared, withWhom, way, daysAgo: sharedDaysAgo } } : {}),
  }
}
