import { type Attributes, classList } from '../attributes.ts'
import { type Content, isPresent } from '../content.ts'
import { GovukLogo } from '../header/GovukLogo.tsx'
import { Licence } from './Licence.tsx'

export type FooterLink = { text: Content; href: string; attributes?: Attributes | undefined }

export type FooterSection = {
  title: Content
  /** Sets the links in so many columns. */
  columns?: number | undefined
  /** The width of the section in the grid; `full` when not given. */
  width?: 'full' | 'one-half' | 'one-third' | 'two-thirds' | 'one-quarter' | undefined
  items?: readonly FooterLink[] | undefined
}

export type FooterProps = {
  navigation?: readonly FooterSection[] | undefined
  meta?:
    | {
        /** "Support links" when not given. */
        visuallyHiddenTitle?: string | undefined
        items?: readonly FooterLink[] | undefined
        text?: Content
      }
    | undefined
  /** The Open Government Licence when not given; none when null. */
  contentLicence?: Content
  /** "© Crown copyright" when not given. */
  copyright?: Content
  containerClasses?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The foot of every page on GOV.UK, with the crown. Only for services on the gov.uk domain. */
export function Footer(props: FooterProps) {
  return (
    <div class={classList('govuk-footer', props.classes)} {...props.attributes}>
      <div class={classList('govuk-width-container', props.containerClasses)}>
        <GovukLogo classes="govuk-footer__crown" />
        {props.navigation && props.navigation.length > 0 && (
          <>
            <div class="govuk-footer__navigation">{props.navigation.map(footerSection)}</div>
            <hr class="govuk-footer__section-break" />
          </>
        )}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {props.meta && footerMeta(props.meta)}
            {props.contentLicence !== null && <Licence>{props.contentLicence}</Licence>}
          </div>
          <div class="govuk-footer__meta-item">
            <a
              class="govuk-footer__link govuk-footer__copyright-logo"
              href="https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/"
            >
              {isPresent(props.copyright) ? props.copyright : '© Crown copyright'}
            </a>
          </div>
        </div>
      </div>
    </div>
  )
}

function footerSection(section: FooterSection) {
  return (
    <div class={`govuk-footer__section govuk-grid-column-${section.width || 'full'}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
      {section.items && section.items.length > 0 && (
        <ul
          class={classList(
            'govuk-footer__list',
            section.columns !== undefined && `govuk-footer__list--columns-${section.columns}`,
          )}
        >
          {section.items.map(
            item =>
              item.href &&
              isPresent(item.text) && <li class="govuk-footer__list-item">{footerLink(item)}</li>,
          )}
        </ul>
      )}
    </div>
  )
}

function footerMeta(meta: NonNullable<FooterProps['meta']>) {
  return (
    <>
      <h2 class="govuk-visually-hidden">{meta.visuallyHiddenTitle || 'Support links'}</h2>
      {meta.items && meta.items.length > 0 && (
        <ul class="govuk-footer__inline-list">
          {meta.items.map(item => (
            <li class="govuk-footer__inline-list-item">{footerLink(item)}</li>
          ))}
        </ul>
      )}
      {isPresent(meta.text) && <div class="govuk-footer__meta-custom">{meta.text}</div>}
    </>
  )
}

function footerLink(item: FooterLink) {
  return (
    <a class="govuk-footer__link" href={item.href} {...item.attributes}>
      {item.text}
    </a>
  )
}
