/** Long enough to tell resting on a link from passing over it. Milliseconds. */
const rest = 65

/**
 * True for another page of ours; not for a place on this page, nor for anyone else's.
 * Both addresses are absolute.
 */
export function isWorthFetching(address: string, here: string): boolean {
  const [target, current] = [new URL(address), new URL(here)]
  const isSamePage = target.pathname === current.pathname && target.search === current.search
  return target.origin === current.origin && !isSamePage
}

/**
 * Fetches the page behind `a[data-prefetch]` when somebody rests on it or tabs to it. Only links whose page
 * writes no view to the audit carry the mark. Does nothing for people who asked to save data.
 */
export function startPrefetch(page: Document): void {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection
  if (connection?.saveData) return
  const fetched = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const fetchAhead = (link: HTMLAnchorElement) => {
    if (fetched.has(link.href) || !isWorthFetching(link.href, window.location.href)) return
    fetched.add(link.href)
    const ahead = page.createElement('link')
    ahead.rel = 'prefetch'
    ahead.href = link.href
    page.head.append(ahead)
  }
  const onReach = (event: Event) => {
    clearTimeout(timer)
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-prefetch]') : null
    if (link) timer = setTimeout(() => fetchAhead(link), rest)
  }
  page.addEventListener('mouseover', onReach, { passive: true })
  page.addEventListener('focusin', onReach, { passive: true })
}
