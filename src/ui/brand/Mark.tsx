/** What the product is called wherever a person reads it. */
export const productName = 'Throughline'

/** The mark: one unbroken line that dips and goes on. Silent to a screen reader; the name stands beside it. */
export function Mark() {
  return (
    <svg class="tl-mark" viewBox="0 0 44 26" aria-hidden="true" focusable="false">
      <path class="tl-mark__line" d="M2 7h9c10 0 6 14 15 14S30 7 42 7" />
    </svg>
  )
}

/** The mark and the name, as they stand in the header. */
export function Wordmark() {
  return (
    <>
      <Mark />
      <span class="tl-wordmark">{productName}</span>
    </>
  )
}
