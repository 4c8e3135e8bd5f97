import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

/** What a hint may carry besides its words, where it stands in a field. */
export type HintOptions = {
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type HintProps = HintOptions & { children?: ComponentChildren; id?: string | undefined }

/** Help with answering a question, read out after its label. */
export function Hint({ children, id, classes, attributes }: HintProps) {
  return (
    <div id={id} class={classList('govuk-hint', classes)} {...attributes}>
      {children}
    </div>
  )
}
