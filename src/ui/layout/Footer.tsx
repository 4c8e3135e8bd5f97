import { productName } from '../brand/Mark.tsx'

const links = [
  { href: '/accessibility', text: 'Accessibility statement' },
  { href: '/privacy', text: 'Privacy' },
  { href: '/help', text: 'Help' },
]

interface FooterProps {
  /** The version running, e.g. "0.1.0", for whoever reports a fault. */
  version?: string | undefined
  /** Names this request in the logs, for whoever reports a fault. Holds no personal data. */
  requestId?: string | undefined
}

/** Plain foot of every page. */
export function Footer({ version, requestId }: FooterProps) {
  return (
    <footer class="govuk-template__footer tl-footer">
      <div class="govuk-width-container tl-footer__row">
        <ul class="tl-footer__links">
          {links.map(({ href, text }) => (
            <li key={href}>
              <a class="govuk-link govuk-link--no-visited-state" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <p class="tl-footer__about">
          {productName}
          {version && ` ${version}`}
          {requestId && ` · request ${requestId}`}
        </p>
      </div>
    </footer>
  )
}
