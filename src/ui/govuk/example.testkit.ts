import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect } from 'vitest'
import { firstDifference } from './html.testkit.ts'

/** Fails, showing the first difference, when an element does not give HTML that means the same. */
export function expectHtml(element: VNode, html: string): void {
  const difference = firstDifference(html, renderToString(element))
  if (difference) expect.fail(`\n${difference}\n(- wanted, + given)`)
}
