import { Tag } from '../../ui/govuk/index.ts'
import type { DocumentHead } from './document.ts'

/** How a document stands. */
export function DocumentTag({ state }: Pick<DocumentHead, 'state'>) {
  switch (state) {
    case 'draft':
      return <Tag classes="govuk-tag--yellow">Draft</Tag>
    case 'final':
      return <Tag classes="govuk-tag--green">Sent</Tag>
    case 'set-aside':
      return <Tag classes="govuk-tag--grey">Set aside</Tag>
  }
}
