import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createElement, type FunctionComponent } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { firstDifference } from './html.testkit.ts'
import { toProps } from './options.testkit.ts'

type Fixture = { name: string; options: Record<string, unknown>; html: string }

/** Our properties for a component, as its fixtures give them. */
export type FixtureProps = Record<string, unknown>

/** A component as a fixture sees it: what its properties must be is for the test to find out. */
export type FixtureComponent = FunctionComponent<FixtureProps>

const componentsFolder = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)

/**
 * Fixtures that we do not match, as `component: fixture`, each with the reason. A fixture listed
 * here must still differ: when it no longer does, its line goes.
 */
export const knownDifferences: Readonly<Record<string, string>> = {}

/** The names of all components that the installed govuk-frontend publishes fixtures for. */
export function publishedComponents(): string[] {
  return readdirSync(componentsFolder, { withFileTypes: true })
    .filter(
      entry =>
        entry.isDirectory() && readdirSync(join(componentsFolder, entry.name)).includes('fixtures.json'),
    )
    .map(entry => entry.name)
}

/** The published fixtures of one component, those hidden from the public examples included. */
export function publishedFixtures(component: string): Fixture[] {
  return JSON.parse(readFileSync(join(componentsFolder, component, 'fixtures.json'), 'utf8')).fixtures
}

/**
 * Declares one test for each published fixture of a component: ours must give the same HTML.
 * `adapt` turns what is particular to this component's macro into our properties; texts, HTML
 * strings and attributes have been turned already.
 */
export function holdToFixtures<Props>(
  name: string,
  component: (props: Props) => ReturnType<FunctionComponent>,
  adapt: (props: FixtureProps) => FixtureProps = props => props,
): void {
  describe(`${name} gives the HTML published for`, () => {
    const fixtures = publishedFixtures(name)

    it('at least one fixture', () => expect(fixtures.length).toBeGreaterThan(0))

    it.each(fixtures.map(fixture => [fixture.name, fixture] as const))('%s', (_, fixture) => {
      const props = adapt(toProps(fixture.options))
      const html = renderToString(createElement(component as FixtureComponent, props))
      const difference = firstDifference(fixture.html, html)
      const reason = knownDifferences[`${name}: ${fixture.name}`]
      if (reason) expect(difference, `no longer differs; listed because ${reason}`).not.toBeNull()
      else if (difference) expect.fail(`${name}: ${fixture.name}\n${difference}\n(- published, + ours)`)
    })
  })
}
