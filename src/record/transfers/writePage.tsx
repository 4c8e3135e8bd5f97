import { renderPage } from '../../ui/layout/renderPage.ts'
import { PackageWords } from './PackageWords.tsx'
import type { TransferPackage } from './package.ts'

const look =
  'body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem } .tl-keep-lines { white-space: pre-wrap } ul { list-style: none; padding: 0 } article { border-top: 1px solid #b1b4b6 }'

/** A package as one page that opens anywhere: no script, nothing from elsewhere. */
export function writePage(it: TransferPackage): string {
  return renderPage(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Record of a child, from {it.from}</title>
        <style>{look}</style>
      </head>
      <body>
        <h1>Record of a child, from {it.from}</h1>
        <p>Personal. Made for {it.to}. Keep it no longer, and show it to nobody else, than the work needs.</p>
        <PackageWords it={it} />
      </body>
    </html>,
  )
}
