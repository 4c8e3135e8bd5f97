import { type Attributes, classList, type HeadingLevel, i18nAttributes } from '../attributes.ts'
import { type Content, isPresent, isWords, type Omitted } from '../content.ts'

export type AccordionSection = {
  heading: Content
  summary?: Content
  /** Words alone stand in a paragraph; elements stand as they are. */
  content: Content
  expanded?: boolean | undefined
}

export type AccordionProps = {
  /** One of its own on the page: browsers remember by it which sections were open. */
  id: string
  items: readonly (AccordionSection | Omitted)[]
  /** 2 when not given. */
  headingLevel?: HeadingLevel | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
  rememberExpanded?: boolean | undefined
  hideAllSectionsText?: string | undefined
  hideSectionText?: string | undefined
  hideSectionAriaLabelText?: string | undefined
  showAllSectionsText?: string | undefined
  showSectionText?: string | undefined
  showSectionAriaLabelText?: string | undefined
}

/** Sections that open and close. Without scripts all of them stand open. */
export function Accordion(props: AccordionProps) {
  const { id } = props
  const Heading = `h${props.headingLevel ?? 2}` as const
  return (
    <div
      class={classList('govuk-accordion', props.classes)}
      data-module="govuk-accordion"
      id={id}
      {...i18nAttributes({
        'hide-all-sections': props.hideAllSectionsText,
        'hide-section': props.hideSectionText,
        'hide-section-aria-label': props.hideSectionAriaLabelText,
        'show-all-sections': props.showAllSectionsText,
        'show-section': props.showSectionText,
        'show-section-aria-label': props.showSectionAriaLabelText,
      })}
      data-remember-expanded={props.rememberExpanded}
      {...props.attributes}
    >
      {props.items.map(
        (item, index) =>
          item && (
            <div
              class={classList(
                'govuk-accordion__section',
                item.expanded && 'govuk-accordion__section--expanded',
              )}
            >
              <div class="govuk-accordion__section-header">
                <Heading class="govuk-accordion__section-heading">
                  <span class="govuk-accordion__section-button" id={`${id}-heading-${index + 1}`}>
                    {item.heading}
                  </span>
                </Heading>
                {isPresent(item.summary) && (
                  <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${index + 1}`}>
                    {item.summary}
                  </div>
                )}
              </div>
              <div id={`${id}-content-${index + 1}`} class="govuk-accordion__section-content">
                {isWords(item.content) ? <p class="govuk-body">{item.content}</p> : item.content}
              </div>
            </div>
          ),
      )}
    </div>
  )
}
