import { ok, type Result, refused } from './result.ts'

/** The standard normal deviate for a 95% interval. */
const z = 1.959963984540054

/** A figure with its 95% interval, in the same unit. */
export type Estimate = { readonly value: number; readonly lower: number; readonly upper: number }

/** Nobody to count against: a rate or a share of nothing is not nought. */
export type NothingToCountAgainst = { readonly kind: 'nothing-to-count-against' }

/** More were counted than there are: the figures cannot add up. */
export type MoreThanAll = { readonly kind: 'more-than-all'; readonly count: number; readonly of: number }

/**
 * `count` events among `population` people, per so many people (`per`, such as 100,000), with Byar's
 * 95% interval for a Poisson count. Refused when there is no population.
 * Source: Breslow and Day, Statistical Methods in Cancer Research, volume II (1987), section 2.3.
 * Throws RangeError for a count that is not whole or is negative.
 */
export function rate(
  count: number,
  population: number,
  per: number,
): Result<Estimate, NothingToCountAgainst> {
  requireCount(count)
  requireCount(population)
  if (population === 0) return refused({ kind: 'nothing-to-count-against' })
  const scale = per / population
  const { lower, upper } = byar(count)
  return ok({ value: count * scale, lower: lower * scale, upper: upper * scale })
}

/**
 * The share `count` out of `of`, from 0 to 1, with Wilson's 95% score interval (no continuity
 * correction). Refused when there is nobody, or when more are counted than there are.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 857–872, method 3.
 */
export function proportion(count: number, of: number): Result<Estimate, NothingToCountAgainst | MoreThanAll> {
  requireCount(count)
  requireCount(of)
  if (of === 0) return refused({ kind: 'nothing-to-count-against' })
  if (count > of) return refused({ kind: 'more-than-all', count, of })
  const share = count / of
  const centre = (2 * count + z ** 2) / (2 * (of + z ** 2))
  const reach = (z * Math.sqrt(z ** 2 + 4 * count * (1 - share))) / (2 * (of + z ** 2))
  return ok({
    value: share,
    lower: count === 0 ? 0 : centre - reach,
    upper: count === of ? 1 : centre + reach,
  })
}

function byar(count: number): { lower: number; upper: number } {
  const above = count + 1
  return {
    lower: count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  }
}

function requireCount(value: number): void {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`Not a count: ${value}`)
}
