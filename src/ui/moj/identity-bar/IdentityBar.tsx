import type { ComponentChildren } from 'preact'
import { Badge } from '../badge/Badge.tsx'
import { StatusTag } from '../status-tag/StatusTag.tsx'

interface IdentityBarProps {
  /** The name the child goes by. */
  name: string
  /** The child's page. */
  href: string
  /** How the name is said: "TAH-rik". */
  said?: string
  /** "he/him", as the child says them. */
  pronouns?: string
  /** The child's age as words: "15" or "age not known". */
  age: string
  dateOfBirth?: string
  /** The record's own reference: "K7M2-9QXD". */
  reference?: string
  /** What the child is here under: "Community resolution". */
  legalStatus?: string
  /** Who holds the case. */
  holder?: string
  /** The shortest words for each alert: "Two workers visit". */
  alerts?: readonly string[]
  isRestricted?: boolean
  actions?: ComponentChildren
}

/**
 * Whose record this is, on every page about a child, so that nobody writes in the wrong one. MoJ's bar holds
 * one line of text; ours holds the facts as a list of pairs and names itself to a screen reader.
 */
export function IdentityBar(props: IdentityBarProps) {
  const { alerts = [], isRestricted = false } = props
  return (
    <section class="moj-identity-bar" aria-label={`Record of ${props.name}`}>
      <div class="moj-identity-bar__container govuk-width-container">
        <div class="moj-identity-bar__details">
          <a
            class="moj-identity-bar__title govuk-link govuk-link--no-underline govuk-link--text-colour"
            href={props.href}
          >
            <bdi>{props.name}</bdi>
          </a>
          {props.said && (
            <span class="tl-identity__said">
              say <bdi>{props.said}</bdi>
            </span>
          )}
          {props.pronouns && (
            <span class="tl-identity__said">
              <bdi>{props.pronouns}</bdi>
            </span>
          )}
          <dl class="tl-identity__facts">
            <Fact name="Age" value={props.age} />
            <Fact name="Born" value={props.dateOfBirth} />
            <Fact name="Reference" value={props.reference} />
            <Fact name="Status" value={props.legalStatus} />
            <Fact name="Holder" value={props.holder} />
          </dl>
        </div>
        {(alerts.length > 0 || isRestricted) && (
          <ul class="tl-identity__alerts">
            {isRestricted && (
              <li>
                <Badge colour="black">Restricted</Badge>
              </li>
            )}
            {alerts.map(alert => (
              <li key={alert}>
                <StatusTag kind="overdue" word={alert} />
              </li>
            ))}
          </ul>
        )}
        {props.actions && <div class="moj-identity-bar__actions">{props.actions}</div>}
      </div>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  if (value === undefined) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
