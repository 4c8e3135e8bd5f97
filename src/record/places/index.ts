export type { Place } from './place.ts'
export { listPlaces } from './placeQueries.ts'
export { placeRoutes, placesPath } from './places.page.tsx'
