import type { ComponentChildren } from 'preact'

/** Side navigation beside the work; above it on a narrow screen, and left out on paper. */
export function WithSide({ side, children }: { side: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="tl-with-side">
      {side}
      <div class="tl-with-side__main">{children}</div>
    </div>
  )
}
