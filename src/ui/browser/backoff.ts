/** How long to wait after so many failures in a row: doubling from `first`, never above `most`. Milliseconds. */
export function waitAfter(failures: number, first: number, most: number): number {
  return Math.min(most, first * 2 ** Math.max(0, failures - 1))
}
