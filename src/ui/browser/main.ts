/**
 * What every page runs. Each part looks for its own mark in the page and does nothing without it; no page
 * depends on any of them. The design systems' scripts and passkeys are fetched only where they are used.
 */
import { startAskedWhen } from './askedWhen.ts'
import { startAutosave } from './autosave.ts'
import { startPrefetch } from './prefetch.ts'
import { startPrintButtons } from './printButtons.ts'
import { startProgress } from './progress.ts'
import { startSearchKey } from './searchKey.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

startSearchKey(document)
startAutosave(document)
startAskedWhen(document)
startPrefetch(document)
startProgress(document)
startPrintButtons(document)

if (document.querySelector('[data-module^="govuk-"]')) {
  void import('./govukModules.ts').then(({ startGovukModules }) => startGovukModules())
}
if (document.querySelector('[data-module^="moj-"]')) {
  void import('./mojModules.ts').then(({ startMojModules }) => startMojModules())
}
if (document.querySelector('[data-passkey-register], [data-passkey-signin]')) {
  void import('./passkeys.ts').then(({ startPasskeys }) => startPasskeys(document))
}
