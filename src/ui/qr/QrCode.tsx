import { create } from 'qrcode'

/** Light cells around the code, without which cameras do not find it (ISO/IEC 18004: four). */
const margin = 4

/** A text as a QR code: black on white also where the page is dark, since cameras expect it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * margin
  const rows = Array.from({ length: modules.size }, (_, row) =>
    runs(Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1))
      .map(({ start, length }) => `M${start + margin} ${row + margin}h${length}v1h-${length}z`)
      .join(''),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      width="240"
      height="240"
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={rows.join('')} />
    </svg>
  )
}

/** The stretches of dark cells in a row. */
function runs(cells: readonly boolean[]): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = []
  cells.forEach((isDark, at) => {
    if (!isDark) return
    const last = found.at(-1)
    if (last && last.start + last.length === at) last.length += 1
    else found.push({ start: at, length: 1 })
  })
  return found
}
