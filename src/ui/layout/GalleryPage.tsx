import type { VNode } from 'preact'
import { PageHeaderActions } from '../moj/page-header-actions/PageHeaderActions.tsx'
import { ChartPatterns } from './gallery/ChartPatterns.tsx'
import { ListPatterns } from './gallery/ListPatterns.tsx'
import { MessagePatterns } from './gallery/MessagePatterns.tsx'
import { InventedIdentityBar, InventedSections, WorkPatterns } from './gallery/WorkPatterns.tsx'
import { WithSide } from './WithSide.tsx'

/**
 * Every pattern and chart with invented examples: the body of a page that shows how the tool looks, and that a
 * browser checks for accessibility.
 */
export function uiGallery(): VNode {
  return (
    <>
      <PageHeaderActions
        heading="How Throughline looks"
        actions={[
          { href: '/design?add=contact', text: 'Add contact' },
          { href: '/design?add=note', text: 'Add note', isSecondary: true },
        ]}
      >
        <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>
          Print
        </button>
      </PageHeaderActions>
      <WithSide side={<InventedSections />}>
        <WorkPatterns />
      </WithSide>
      <ListPatterns />
      <MessagePatterns />
      <ChartPatterns />
    </>
  )
}

/** The identity bar of the child whom the gallery invents, for the page's `identity`. */
export function uiGalleryIdentity(): VNode {
  return <InventedIdentityBar />
}
