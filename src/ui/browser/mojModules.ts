import { Alert, DatePicker } from '@ministryofjustice/frontend'
import { createAll } from 'govuk-frontend'

/** Starts the MoJ scripts that we use: the others have a server-side counterpart here (sorting, filters). */
export function startMojModules(): void {
  createAll(Alert)
  createAll(DatePicker)
}
