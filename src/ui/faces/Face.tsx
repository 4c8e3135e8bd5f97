/** From unhappy to happy: how far the corners of the mouth hang below its middle. */
const mouths = {
  1: 'M9 23 Q16 14 23 23',
  2: 'M10 22 Q16 17.5 22 22',
  3: 'M10 21 H22',
  4: 'M10 20 Q16 24.5 22 20',
  5: 'M9 19 Q16 28 23 19',
}

/** A face of a scale. It is silent to a screen reader: its words stand beside it. */
export function Face({ mood }: { mood: keyof typeof mouths }) {
  return (
    <svg class="tl-face" viewBox="0 0 32 32" width="40" height="40" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">
        <circle cx="16" cy="16" r="14" />
        <path d={mouths[mood]} />
      </g>
      <circle cx="11" cy="12" r="1.8" fill="currentColor" />
      <circle cx="21" cy="12" r="1.8" fill="currentColor" />
    </svg>
  )
}
