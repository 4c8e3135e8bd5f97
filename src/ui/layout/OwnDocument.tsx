import type { ComponentChildren } from 'preact'

type Given = {
  /** The same words as the page’s h1. It stands in the browser’s history, and names nobody. */
  title: string
  errors: boolean
  looks: readonly string[]
  nonce: string
  assets: (name: string) => string
  /** What was just done. */
  flash: string | undefined
  children: ComponentChildren
}

/**
 * The whole document of a page for a child or a parent. It is for an old phone on a bad line and for eyes over a shoulder: one
 * small stylesheet, one small script that nothing needs, and neither the program’s name nor the service’s.
 */
export function OwnDocument({ title, errors, looks, nonce, assets, flash, children }: Given) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{errors ? `Error: ${title}` : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={assets('own.css')} nonce={nonce} />
        <link rel="icon" href="data:," />
        <script type="module" src={assets('own.js')} nonce={nonce} />
      </head>
      <body class={looks.map(look => `tl-look--${look}`).join(' ')}>
        <a href="#main-content" class="tl-own-skip">
          Skip to main content
        </a>
        <main id="main-content" class="tl-own">
          {flash && (
            <p class="tl-own-flash" role="status">
              {flash}
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  )
}
