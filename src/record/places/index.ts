export type { Place } from './place.ts'
export { findPlace, insertPlace, listPlaces } from './placeQueries.ts'
export { placeRoutes, placesPath } from './places.page.tsx'
