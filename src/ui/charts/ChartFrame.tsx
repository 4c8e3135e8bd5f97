import type { ComponentChildren } from 'preact'

/** The room a drawing has, in its own units (about a pixel each on the screen). */
export interface Room {
  width: number
  isNarrow: boolean
  /** Makes ids within this drawing unique, because each chart is drawn twice. */
  idPrefix: string
}

/** A drawing and how high it came out. */
export interface Drawing {
  height: number
  marks: ComponentChildren
}

interface ChartFrameProps {
  /** Unique on the page. */
  id: string
  /** The finding, in words: the picture's name. */
  title: string
  /** How it is drawn and what to see in it, for someone who cannot. */
  description: string
  draw: (room: Room) => Drawing
}

const wide = 640
const narrow = 340

/**
 * Draws a chart twice, for a wide and for a narrow place, and lets the stylesheet show one: a single drawing
 * scaled down to a phone would shrink its words until nobody could read them. What is not shown is not read
 * aloud either.
 */
export function ChartFrame({ id, title, description, draw }: ChartFrameProps) {
  return (
    <>
      <Picture
        id={`${id}-wide`}
        size="wide"
        width={wide}
        title={title}
        description={description}
        draw={draw}
      />
      <Picture
        id={`${id}-narrow`}
        size="narrow"
        width={narrow}
        title={title}
        description={description}
        draw={draw}
      />
    </>
  )
}

interface PictureProps extends ChartFrameProps {
  size: 'wide' | 'narrow'
  width: number
}

function Picture({ id, size, width, title, description, draw }: PictureProps) {
  const { height, marks } = draw({ width, isNarrow: size === 'narrow', idPrefix: id })
  return (
    <svg
      class={`tl-chart tl-chart--${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {marks}
    </svg>
  )
}

/** A place rounded to a tenth: a drawing needs no more, and the page is shorter. */
export function place(value: number): number {
  return Math.round(value * 10) / 10
}
