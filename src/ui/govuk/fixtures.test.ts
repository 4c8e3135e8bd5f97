import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { knownDifferences, publishedComponents, publishedFixtures } from './fixtures.testkit.ts'
import * as components from './index.ts'

const folder = new URL('.', import.meta.url)
const ours = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

function inPascalCase(name: string): string {
  return name.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase())
}

it('there is a component for each that GOV.UK Frontend publishes fixtures for, and no other', () => {
  expect(ours.sort()).toEqual(publishedComponents().sort())
})

it.each(ours)('%s is held to its fixtures and exported', name => {
  const component = inPascalCase(name)
  const test = new URL(`${name}/${component}.test.tsx`, folder)
  expect(existsSync(test), `${name} has no test`).toBe(true)
  expect(readFileSync(test, 'utf8')).toContain(`holdToFixtures('${name}', ${component}`)
  expect(Object.keys(components)).toContain(component)
})

it('each known difference is that of a published fixture', () => {
  const published = ours.flatMap(name => publishedFixtures(name).map(fixture => `${name}: ${fixture.name}`))
  expect(published).toEqual(expect.arrayContaining(Object.keys(knownDifferences)))
})
