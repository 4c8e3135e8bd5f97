import type { ComponentChildren } from 'preact'
import { productName } from '../brand/Mark.tsx'
import { Alert, type AlertProps } from '../moj/alert/Alert.tsx'
import { type NavigationItem, PrimaryNavigation } from '../moj/primary-navigation/PrimaryNavigation.tsx'
import { Footer } from './Footer.tsx'
import { Header, type HeaderUser } from './Header.tsx'
import type { SearchProps } from './SearchForm.tsx'

/** Everything a page is given besides what stands in it. */
export interface PageProps {
  /** The same words as the page's h1. */
  title: string
  /** Language of the page, "en-GB" unless said otherwise. */
  lang?: string
  /** True when the form on the page was sent with mistakes: the title then starts with "Error: ". */
  errors?: boolean
  /** This request's nonce for the content security policy. */
  nonce: string
  /** From an asset's logical name ("main.css") to the address it is served at. */
  assets: (name: string) => string
  user?: HeaderUser
  /** Sent with the forms of the header: search and signing out. */
  csrfToken?: string
  navigation?: readonly NavigationItem[]
  /** Leave out where there is nobody signed in to search. */
  search?: Omit<SearchProps, 'csrfToken'>
  /** The identity bar, on every page about a child. */
  identity?: ComponentChildren
  /** Where the reader came from, above the heading. */
  backLink?: { href: string; text: string }
  /** Breadcrumbs, which are a landmark of their own. */
  beforeContent?: ComponentChildren
  /** What was just done, or what everybody must know. */
  flash?: AlertProps
  /** A line above everything else that everybody must know, such as that this is a demonstration. */
  banner?: string
  /** "reading" keeps lines to some 75 characters; "wide" leaves the room to tables. */
  width?: 'reading' | 'wide'
  /** Printed at the head of the paper, e.g. "Printed by Sam Okafor on 21 November 2026 at 4:12pm". */
  printedBy?: string
  /** False on pages that hold nothing about a person: paper then carries no warning. */
  personal?: boolean
  version?: string
  requestId?: string
  children: ComponentChildren
}

/**
 * The whole HTML document. It holds no inline script or style, so that a content security policy can refuse
 * both, and nothing on it needs a script to be reached.
 */
export function Page(props: PageProps) {
  const { title, lang = 'en-GB', errors = false, user, navigation, width = 'wide', personal = true } = props
  return (
    <html lang={lang} class="govuk-template">
      <Head {...props} title={pageTitle(title, errors, user?.serviceName)} />
      <body class={`govuk-template__body${personal ? ' tl-personal' : ''}`}>
        <a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">
          Skip to main content
        </a>
        <header class="govuk-template__header tl-header">
          <Header user={user} csrfToken={props.csrfToken} search={props.search} />
          {navigation && navigation.length > 0 && <PrimaryNavigation label="Services" items={navigation} />}
        </header>
        {props.banner && (
          <section aria-label="Notice">
            <p class="tl-banner">{props.banner}</p>
          </section>
        )}
        {props.identity}
        <div class="govuk-width-container tl-container">
          {props.printedBy && <p class="tl-print-note">{props.printedBy}</p>}
          {props.backLink && (
            <nav class="tl-before-content" aria-label="Back">
              <a class="govuk-back-link" href={props.backLink.href}>
                {props.backLink.text}
              </a>
            </nav>
          )}
          {props.beforeContent && (
            <section class="tl-before-content" aria-label="Way back">
              {props.beforeContent}
            </section>
          )}
          {props.flash && (
            <div class="tl-flash">
              <Alert {...props.flash} />
            </div>
          )}
          <main class={`tl-main tl-main--${width}`} id="main-content">
            {props.children}
          </main>
        </div>
        <Footer version={props.version} requestId={props.requestId} />
      </body>
    </html>
  )
}

/**
 * The title in the browser's tab: mistakes first, then the page, the service and the product.
 * Source: GOV.UK Design System, page template and error summary.
 */
export function pageTitle(title: string, errors: boolean, serviceName?: string): string {
  const parts = [title, serviceName, productName].filter(part => part !== undefined && part !== '')
  return `${errors ? 'Error: ' : ''}${parts.join(' – ')}`
}

function Head({ title, assets, nonce }: Pick<PageProps, 'title' | 'assets' | 'nonce'>) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#121b26" media="(prefers-color-scheme: dark)" />
      <meta name="robots" content="noindex, nofollow" />
      <link
        rel="preload"
        href={assets('fonts/atkinson-hyperlegible-next-latin.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={assets('main.css')} nonce={nonce} />
      <link rel="icon" href={assets('favicon.svg')} type="image/svg+xml" />
      <script type="module" src={assets('main.js')} nonce={nonce} />
    </head>
  )
}
