/** How a key stands in the minute that runs. */
export type Allowance = {
  isWithin: boolean
  /** How many requests are left, and in how many seconds the next minute begins. */
  left: number
  seconds: number
}

export type Limiter = { count(keyId: string, now: Temporal.Instant): Allowance }

/** Minutes that are over are forgotten once there are so many. */
const mostKept = 1_000

/** Counts requests by key, so many a minute, on this node. A key's minute begins with its first request. */
export function makeLimiter(perMinute: number): Limiter {
  const minutes = new Map<string, { until: number; used: number }>()
  return {
    count(keyId, { epochMilliseconds: now }) {
      if (minutes.size > mostKept)
        for (const [key, { until }] of minutes) if (until <= now) minutes.delete(key)
      const running = minutes.get(keyId)
      const minute = running && running.until > now ? running : { until: now + 60_000, used: 0 }
      minute.used += 1
      minutes.set(keyId, minute)
      return {
        isWithin: minute.used <= perMinute,
        left: Math.max(0, perMinute - minute.used),
        seconds: Math.max(1, Math.ceil((minute.until - now) / 1_000)),
      }
    },
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers, and Retry-After (RFC 9110) where there were too many. */
export function limitHeaders(
  perMinute: number,
  { isWithin, left, seconds }: Allowance,
): Record<string, string> {
  return {
    'ratelimit-policy': `"key";q=${perMinute};w=60`,
    ratelimit: `"key";r=${left};t=${seconds}`,
    ...(isWithin ? {} : { 'retry-after': String(seconds) }),
  }
}
