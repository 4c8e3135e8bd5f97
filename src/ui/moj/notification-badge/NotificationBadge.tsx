interface NotificationBadgeProps {
  /** A whole number; nothing is drawn for 0. */
  count: number
  /** Completes the count for a screen reader: "unread messages" gives "(3 unread messages)". */
  meaning: string
}

/** A small count beside a word in a navigation. Above 98 it says "99+". */
export function NotificationBadge({ count, meaning }: NotificationBadgeProps) {
  if (count <= 0) return null
  const isMany = count >= 99
  return (
    <span class="moj-notification-badge">
      <span aria-hidden="true">{isMany ? '99+' : count}</span>
      <span class="govuk-visually-hidden">{` (${isMany ? '99 or more' : count} ${meaning})`}</span>
    </span>
  )
}
