import type { ComponentChildren } from 'preact'

/** One thing that happened. */
export interface TimelineItem {
  key: string
  title: ComponentChildren
  /** Who recorded it. */
  by?: string
  /** The date or instant as a machine reads it: "2026-11-03" or "2026-11-03T16:12Z". */
  datetime: string
  /** The same as a person reads it: "3 November 2026 at 4:12pm". */
  date: string
  children?: ComponentChildren
}

interface TimelineProps {
  /** Names the list for a screen reader: "What has happened". */
  label: string
  items: readonly TimelineItem[]
  headingLevel?: 2 | 3 | 4
}

/**
 * What happened, in the order given. Structure from MoJ's timeline, but a real list, so that a screen reader
 * says how many things there are and can move between them.
 */
export function Timeline({ label, items, headingLevel = 3 }: TimelineProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <ol class="moj-timeline govuk-list" aria-label={label}>
      {items.map(item => (
        <li class="moj-timeline__item" key={item.key}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.title}</Heading>
            {item.by && <p class="moj-timeline__byline"> by {item.by}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={item.datetime}>{item.date}</time>
          </p>
          {item.children !== undefined && <div class="moj-timeline__description">{item.children}</div>}
        </li>
      ))}
    </ol>
  )
}
