import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Contrast of our colours, light and dark, from the stylesheet itself. Source: WCAG 2.2, 1.4.3 and 1.4.11. */
const source = readFileSync('src/ui/styles/_tokens.scss', 'utf8')
const [light = '', dark = ''] = source.split('prefers-color-scheme: dark')
const themes = { light: tokens(light), dark: { ...tokens(light), ...tokens(dark) } }

const texts: [string, string[]][] = [
  ['ink', ['paper', 'ground', 'overdue-ground', 'today-ground', 'on-course-ground', 'waiting-ground']],
  ['ink-quiet', ['paper', 'ground', 'overdue-ground', 'today-ground', 'waiting-ground']],
  ['overdue', ['overdue-ground', 'paper']],
  ['today', ['today-ground', 'paper']],
  ['on-course', ['on-course-ground', 'paper']],
  ['waiting', ['waiting-ground', 'paper']],
  ['on-line', ['line']],
]
const shapes: [string, string[]][] = [
  ['line', ['paper', 'ground']],
  ['amber', ['paper', 'today-ground']],
  ['chart', ['paper', 'chart-band']],
  ['chart-bar', ['paper']],
  ['chart-second', ['paper', 'chart-bar', 'chart-band']],
  ['chart-quiet', ['paper']],
]

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([on, grounds]) => grounds.map(ground => [on, ground]))

  it.each(pairs(texts))('text %s is readable on %s', (on = '', ground = '') => {
    expect(contrast(colour(theme, on), colour(theme, ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(shapes))('shape %s can be seen on %s', (on = '', ground = '') => {
    expect(contrast(colour(theme, on), colour(theme, ground))).toBeGreaterThanOrEqual(3)
  })
})

function tokens(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--tl-([\w-]+): (#[0-9a-f]{6});/g)].map(found => [found[1], found[2]]),
  )
}

function colour(theme: keyof typeof themes, name: string): string {
  const value = themes[theme][name]
  if (value === undefined) throw new Error(`no colour --tl-${name} in the ${theme} theme`)
  return value
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(start => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
