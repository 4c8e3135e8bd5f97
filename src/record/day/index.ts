export { dayRoute } from './day.page.tsx'
