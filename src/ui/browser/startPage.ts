import { startAskedWhen } from './askedWhen.ts'
import { startAutosave } from './autosave.ts'
import { startLive } from './live.ts'
import { startPrintButtons } from './printButtons.ts'
import { startProgress } from './progress.ts'
import { startSending } from './sendForms.ts'

/**
 * What is begun anew for every page, also for one that took the place of another. The design systems' scripts and
 * passkeys are fetched only where they are used.
 */
export function startPage(page: Document): void {
  page.body.classList.add('js-enabled', 'govuk-frontend-supported')
  // Comes first: it may put back what was typed, which the others then find.
  startSending(page, startPage)
  startAutosave(page)
  startAskedWhen(page)
  startProgress(page)
  startLive(page)
  startPrintButtons(page)
  if (page.querySelector('[data-module^="govuk-"]')) {
    void import('./govukModules.ts').then(({ startGovukModules }) => startGovukModules())
  }
  if (page.querySelector('[data-module^="moj-"]')) {
    void import('./mojModules.ts').then(({ startMojModules }) => startMojModules())
  }
  if (page.querySelector('[data-passkey-register], [data-passkey-signin]')) {
    void import('./passkeys.ts').then(({ startPasskeys }) => startPasskeys(page))
  }
  if (page.querySelector('[data-reading-aid]')) {
    void import('./readingAid.ts').then(({ startReadingAid }) => startReadingAid(page))
  }
}
