import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Turns a whole page into the HTML that is sent, doctype first. Everything in it is escaped by default. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>${renderToString(page)}`
}
