import { type Attributes, classList, idList } from '../attributes.ts'
import { type Content, contentOf, isPresent, type Omitted, optionsOf, type Rich } from '../content.ts'

export type Task = {
  title: Rich<{ classes?: string | undefined }>
  hint?: Content
  /** Words, such as "Completed", or a `<Tag>`. */
  status: Rich<{ classes?: string | undefined }>
  /** Without it the task cannot be begun yet. */
  href?: string | undefined
  classes?: string | undefined
}

export type TaskListProps = {
  items: readonly (Task | Omitted)[]
  /** Begins the ids of hints and statuses; `task-list` when not given. */
  idPrefix?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** What there is to do, and how far each thing has come. */
export function TaskList({ items, idPrefix, classes, attributes }: TaskListProps) {
  return (
    <ul class={classList('govuk-task-list', classes)} {...attributes}>
      {items.map((item, index) => item && task(item, `${idPrefix || 'task-list'}-${index + 1}`))}
    </ul>
  )
}

function task(item: Task, id: string) {
  const titleClasses = optionsOf(item.title)?.classes
  const hintId = isPresent(item.hint) && `${id}-hint`
  const statusId = `${id}-status`
  return (
    <li
      class={classList(
        'govuk-task-list__item',
        item.href && 'govuk-task-list__item--with-link',
        item.classes,
      )}
    >
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={classList('govuk-link govuk-task-list__link', titleClasses)}
            href={item.href}
            aria-describedby={idList(hintId, statusId)}
          >
            {contentOf(item.title)}
          </a>
        ) : (
          <div class={titleClasses || undefined}>{contentOf(item.title)}</div>
        )}
        {hintId && (
          <div id={hintId} class="govuk-task-list__hint">
            {item.hint}
          </div>
        )}
      </div>
      <div class={classList('govuk-task-list__status', optionsOf(item.status)?.classes)} id={statusId}>
        {contentOf(item.status)}
      </div>
    </li>
  )
}
