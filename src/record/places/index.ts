export type { Place } from './place.ts'
export { insertPlace, listPlaces } from './placeQueries.ts'
export { placeRoutes, placesPath } from './places.page.tsx'
