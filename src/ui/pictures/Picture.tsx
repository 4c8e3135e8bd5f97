import { type PictureName, pictureAddress } from './pictures.ts'

/** How wide a picture stands, in pixels. */
const widths = { large: 72, small: 40 }

/** A picture beside words that say the same: silent to a screen reader, and the page is whole where it does not arrive. */
export function Picture({ name, size = 'small' }: { name: PictureName; size?: keyof typeof widths }) {
  const width = widths[size]
  return (
    <img
      class={`tl-symbol tl-symbol--${size}`}
      src={pictureAddress(name)}
      width={width}
      height={width}
      alt=""
    />
  )
}
