import type { Work } from '../../platform/database/index.ts'
import { type Fact, listFacts } from '../children/index.ts'

/** Somewhere that the record already knows for a child, as it can be chosen, and the words that are then written down. */
export type RecordPlace = { value: string; label: string; words: string }

/** Where somebody learns and can be met; at home and at work nobody is called on by this. */
const taughtAt = ['school', 'special-school', 'college', 'alternative', 'training']

/** The homes and the schools of a child that last now, to be chosen as the place of an appointment. */
export async function listRecordPlaces(tx: Work, childId: string): Promise<RecordPlace[]> {
  const addresses = await listFacts(tx, 'addresses', childId)
  const education = await listFacts(tx, 'education', childId)
  return recordPlaces(addresses, education)
}

/**
 * The same, of what the record says. An address that is confidential from somebody is offered without its words: the place of
 * an appointment is also read in calendars and on the child’s own page.
 */
export function recordPlaces(addresses: readonly Fact[], education: readonly Fact[]): RecordPlace[] {
  const homes = addresses.filter(lasts).flatMap(({ factId, said }): RecordPlace[] => {
    const where = [...(said.address ?? '').split('\n'), said.postcode ?? '']
      .map(line => line.trim().replace(/,$/, ''))
      .filter(line => line !== '')
      .join(', ')
    const value = `home-${factId}`
    if (said.kind === 'none' || where === '') return []
    return said.confidential_from
      ? [{ value, label: 'At home: the address is confidential, and is not written here', words: 'At home' }]
      : [{ value, label: `At home: ${where}`, words: `At home: ${where}` }]
  })
  const schools = education
    .filter(lasts)
    .flatMap(({ factId, said: { kind = '', name = '' } }): RecordPlace[] => {
      const words = `At school: ${name}`
      return name !== '' && taughtAt.includes(kind)
        ? [{ value: `school-${factId}`, label: words, words }]
        : []
    })
  return [...homes, ...schools]
}

const lasts = ({ until }: Fact) => until === null
