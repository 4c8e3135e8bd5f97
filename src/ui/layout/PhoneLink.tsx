import type { ComponentChildren } from 'preact'

/** A whole number as people write it: from a 0 or a +, with spaces, dots, dashes and brackets within. */
const written = /((?:\+|\(?0)[\d ().-]{7,}\d)/

/**
 * A telephone number that can be tapped to ring it, with the text as it was typed. What stands beside a number (a name, hours)
 * stays as it is, and what has no whole number in it is only text.
 */
export function PhoneLink({ phone }: { phone: string }) {
  const parts: ComponentChildren[] = phone.split(written).map((part, index) => {
    const number = index % 2 === 1 ? dialled(part) : undefined
    return number === undefined ? (
      part
    ) : (
      <a class="govuk-link" href={`tel:${number}`} key={number}>
        {part}
      </a>
    )
  })
  return <bdi>{parts}</bdi>
}

/** What is dialled: figures alone, of an international number without the 0 in brackets; undefined where it is too short or too long. */
function dialled(part: string): string | undefined {
  const number = part.startsWith('+')
    ? `+${part.replace(/\(0\)/, '').replace(/\D/g, '')}`
    : part.replace(/\D/g, '')
  // No number is longer than 15 figures (ITU-T E.164): that would be two in one.
  return /^\+?\d{9,15}$/.test(number) ? number : undefined
}
