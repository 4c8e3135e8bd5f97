/** A page to link to, or a gap where pages are left out. */
export type PageItem = { kind: 'page'; page: number; isCurrent: boolean } | { kind: 'gap'; after: number }

/**
 * Which pages to link to: the first, the last, the current one and its neighbours, with a gap where two or
 * more are left out. A gap of one page is filled with the page. Pages count from 1.
 * Source: GOV.UK Design System, pagination.
 */
export function pageItems(current: number, pageCount: number): PageItem[] {
  const wanted = new Set([1, current - 1, current, current + 1, pageCount])
  const pages = [...wanted].filter(page => page >= 1 && page <= pageCount).sort((a, b) => a - b)
  const items: PageItem[] = []
  let previous = 0
  for (const page of pages) {
    if (page - previous === 2) items.push(pageItem(page - 1, current))
    if (page - previous > 2) items.push({ kind: 'gap', after: previous })
    items.push(pageItem(page, current))
    previous = page
  }
  return items
}

function pageItem(page: number, current: number): PageItem {
  return { kind: 'page', page, isCurrent: page === current }
}

/** "Showing 21 to 40 of 87 children", "Showing 1 child", "No children". Thousands are set apart. */
export function resultsWords(
  page: number,
  pageSize: number,
  total: number,
  noun: { one: string; many: string },
): string {
  if (total === 0) return `No ${noun.many}`
  if (total === 1) return `Showing 1 ${noun.one}`
  const from = (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  const all = total.toLocaleString('en-GB')
  if (total <= pageSize) return `Showing all ${all} ${noun.many}`
  return `Showing ${from.toLocaleString('en-GB')} to ${to.toLocaleString('en-GB')} of ${all} ${noun.many}`
}
