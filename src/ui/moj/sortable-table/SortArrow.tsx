import type { SortDirection } from './sorting.ts'

/** The arrow after a sortable heading. Silent: aria-sort and the caption say the same in words. */
export function SortArrow({ direction }: { direction: SortDirection | undefined }) {
  return (
    <svg
      class={`tl-sort__arrow${direction === undefined ? ' tl-sort__arrow--unsorted' : ''}`}
      viewBox="0 0 12 14"
      aria-hidden="true"
      focusable="false"
    >
      {direction !== 'descending' && <path d={direction ? 'M6 3 11 11H1Z' : 'M6 0 9.5 5.5h-7Z'} />}
      {direction !== 'ascending' && <path d={direction ? 'M6 11 1 3h10Z' : 'M6 14 2.5 8.5h7Z'} />}
    </svg>
  )
}
