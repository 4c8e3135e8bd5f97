import { describe, expect, it } from 'vitest'
import { Page, type PageProps, pageTitle } from './Page.tsx'
import { renderPage } from './renderPage.ts'

const bare: PageProps = {
  title: 'My day',
  nonce: 'n0nce',
  assets: name => `/assets/${name}`,
  children: 'work',
}
const signedIn = {
  user: { name: 'Sam <b>', serviceName: 'Example YJS' },
  csrfToken: 'token',
  navigation: [{ href: '/my-day', text: 'My day', current: true }],
  search: {},
}
const page = (more: Partial<PageProps> = {}) => renderPage(<Page {...bare} {...more} />)

describe('the title of a page', () => {
  it.each([
    ['My day', false, 'Example YJS', 'My day – Example YJS – Throughline'],
    ['Sign in', false, undefined, 'Sign in – Throughline'],
    ['Add contact', true, 'Example YJS', 'Error: Add contact – Example YJS – Throughline'],
  ])('%s (mistakes: %s)', (title, errors, service, expected) => {
    expect(pageTitle(title, errors, service)).toBe(expected)
  })
})

describe('a page', () => {
  it('is a whole document in British English, doctype first', () => {
    expect(page()).toMatch(/^<!DOCTYPE html><html lang="en-GB"/)
  })

  it('holds no inline script and no inline style, so that a policy can refuse both', () => {
    const html = page(signedIn)
    expect(html).not.toMatch(/<style|style=|\son[a-z]+=/)
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script type="module" src="/assets/main.js" nonce="n0nce">',
    ])
    expect(html).toContain('</script>')
  })

  it('writes a name as text, whatever is in it', () => {
    expect(page(signedIn)).toContain('Sam &lt;b>')
  })

  it('signs out by a form with its token, never by a link', () => {
    const html = page(signedIn)
    expect(html).toContain('<form method="post" action="/sign-out">')
    expect(html).toContain('name="_csrf" value="token"')
    expect(html).not.toContain('href="/sign-out"')
  })

  it('offers nobody who is not signed in an account, a search or a way out', () => {
    const html = page()
    for (const address of ['/account', '/search', '/sign-out']) expect(html).not.toContain(address)
    expect(html).toContain('href="/help"')
  })

  it('lets a person turn off the key that leads to search', () => {
    expect(page(signedIn)).toContain('data-search-key="/"')
    expect(page({ ...signedIn, search: { withKey: false } })).not.toContain('data-search-key')
  })

  it('skips to the work, which comes after the frame', () => {
    const html = page(signedIn)
    expect(html.indexOf('href="#main-content"')).toBeLessThan(html.indexOf('<header'))
    expect(html).toContain('<main class="tl-main tl-main--wide" id="main-content">work</main>')
  })

  it('warns on paper that it is personal, unless it is not', () => {
    expect(page()).toContain('tl-personal')
    expect(page({ personal: false })).not.toContain('tl-personal')
  })
})
