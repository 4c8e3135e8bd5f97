import { insertPlace, listPlaces } from '../../record/places/index.ts'
import { type Making, onBehalfOf } from './making.ts'

/** Where the demonstration's service meets children. None of these places exists. */
const places = [
  {
    name: 'Brook House',
    address: '1 Station Road, Milton Brook',
    suits: ['confidential', 'step-free', 'high-risk'],
    note: 'Ask for the key of room 3 at the desk; open until 20:00.',
  },
  {
    name: 'The Mill',
    address: 'Mill Yard, Foundry Close',
    suits: ['groups', 'confidential'],
    note: 'Workshop below, two small rooms above. Book a week ahead. The stairs are steep.',
  },
  {
    name: 'Heron Row library',
    address: '60 Heron Row',
    suits: ['victims', 'step-free'],
    note: 'The reading room, by its own door from the garden. Not on Mondays.',
  },
]

/** Adds the places of the service. */
export async function addPlaces(making: Making): Promise<void> {
  await onBehalfOf(making, 'manager@demo.throughline.invalid', async tx => {
    for (const place of places) await insertPlace(tx, making.serviceId, place)
    for (const { name, placeId } of await listPlaces(tx)) making.places.set(name, placeId)
  })
}
