import type { Attributes } from '../attributes.ts'
import { headerOf } from '../generic-header/GenericHeader.tsx'
import { GovukLogo } from './GovukLogo.tsx'

export type HeaderProps = {
  /** The address of GOV.UK's first page when not given. */
  homepageUrl?: string | undefined
  productName?: string | undefined
  containerClasses?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The top of every page on GOV.UK, with the crown. Only for services on the gov.uk domain. */
export function Header({ homepageUrl, productName, containerClasses, classes, attributes }: HeaderProps) {
  return headerOf('govuk-header', {
    logo: (
      <>
        <GovukLogo classes="govuk-header__logotype" ariaLabelText="GOV.UK" useLogotype />
        {productName && <span class="govuk-header__product-name">{productName}</span>}
      </>
    ),
    url: homepageUrl || '//gov.uk',
    containerClasses,
    classes,
    attributes,
  })
}
