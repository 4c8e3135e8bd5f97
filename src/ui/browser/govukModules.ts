import { initAll } from 'govuk-frontend'

/** Starts GOV.UK Frontend's scripts for whatever of its components stands on the page. */
export function startGovukModules(): void {
  initAll()
}
