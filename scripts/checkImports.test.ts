import { describe, expect, it, test } from 'vitest'
import { checkImports } from './checkImports.ts'

const faultsOf = (path: string, text: string) => checkImports([{ path, text }])
const importing = (path: string, target: string) => faultsOf(path, `import { x } from '${target}'`)

describe('an import that the architecture allows', () => {
  test.each([
    ['src/kernel/age.ts', './result.ts'],
    ['src/engine/clocks/clock.ts', '../../kernel/period.ts'],
    ['src/engine/pathways/steps.ts', '../clocks/index.ts'],
    ['src/engine/pathways/steps.ts', '../../platform/access/roles.ts'],
    ['src/engine/forms/form.ts', 'zod'],
    ['src/platform/http/page.tsx', '../../ui/layout/layout.tsx'],
    ['src/platform/http/server.ts', '../access/index.ts'],
    ['src/platform/jobs/jobs.ts', 'node:fs'],
    ['src/record/children/child.ts', '../people/index.ts'],
    ['src/harm/victims/victim.ts', '../../record/people/index.ts'],
    ['src/service/board/board.ts', '../../harm/victims/index.ts'],
    ['src/app/main.ts', '../../practice/index.ts'],
    ['src/app/main.ts', '../record/children/index.ts'],
    ['src/app/main.ts', '../../package.json'],
    ['practice/milton-keynes/diversion.ts', '../../src/engine/pathways/index.ts'],
    ['practice/england-wales/bankHolidays.ts', './data/bank-holidays.json'],
    ['src/kernel/age.test.ts', 'vitest'],
    ['e2e/signIn.test.ts', '../src/app/server.ts'],
    ['src/service/accounts/signIn.db.test.ts', '../../app/testkit/service.ts'],
    ['practice/milton-keynes/diversion.test.ts', '../../src/platform/http/index.ts'],
  ])('%s imports %s', (path, target) => {
    expect(importing(path, target)).toEqual([])
  })
})

describe('an import that goes against an arrow', () => {
  test.each([
    ['src/kernel/age.ts', '../platform/config/index.ts', 'kernel imports nothing but itself'],
    ['src/kernel/age.ts', 'zod', 'kernel is pure and imports no package'],
    ['src/kernel/age.ts', 'node:fs', 'kernel is pure and imports no package'],
    ['src/ui/layout/layout.tsx', '../../platform/access/index.ts', 'ui imports only kernel'],
    ['src/platform/jobs/jobs.ts', '../../ui/button/button.tsx', 'platform imports only kernel'],
    ['src/platform/http/http.ts', '../../engine/clocks/index.ts', 'platform imports only kernel'],
    [
      'src/engine/clocks/clock.ts',
      '../../record/children/index.ts',
      'engine imports only platform, ui, kernel',
    ],
    ['src/engine/clocks/clock.ts', 'node:fs', 'engine is pure and does no I/O'],
    [
      'src/record/children/child.ts',
      '../../harm/victims/index.ts',
      'record imports only engine, platform, ui, kernel',
    ],
    [
      'src/harm/victims/victim.ts',
      '../../app/main.ts',
      'harm imports only record, engine, platform, ui, kernel',
    ],
    [
      'src/record/children/child.ts',
      '../../../practice/index.ts',
      'practice is read only through engine; app puts it in',
    ],
    [
      'src/engine/packs/practice.ts',
      '../../../practice/index.ts',
      'practice is read only through engine; app puts it in',
    ],
    [
      'src/app/main.ts',
      '../../practice/milton-keynes/diversion.ts',
      'practice is entered only through its index.ts',
    ],
    ['practice/index.ts', '../src/platform/access/index.ts', 'practice imports only engine, kernel'],
    ['practice/index.ts', '../src/record/children/index.ts', 'practice imports only engine, kernel'],
    ['practice/index.ts', 'zod', 'practice is pure and imports no package'],
    [
      'src/record/people/person.ts',
      '../children/child.ts',
      'src/record/children is entered only through its index.ts',
    ],
    [
      'src/app/main.ts',
      '../record/children/child.ts',
      'src/record/children is entered only through its index.ts',
    ],
    ['src/engine/packs/x.ts', '../clocks/clock.ts', 'src/engine/clocks is entered only through its index.ts'],
    ['src/service/accounts/signIn.ts', '../../app/testkit/service.ts', 'a test is imported by tests only'],
    [
      'src/service/accounts/signIn.db.test.ts',
      '../../app/main.ts',
      'service imports only harm, record, engine, platform, ui, kernel',
    ],
    [
      'practice/milton-keynes/diversion.test.ts',
      '../../src/record/children/index.ts',
      'practice imports only engine, platform, ui, kernel',
    ],
    ['src/app/main.ts', './main.test.ts', 'a test is imported by tests only'],
    ['src/app/main.ts', '../../e2e/journey.ts', 'journeys are imported by nobody'],
    ['src/record/children/child.ts', '../../../package.json', 'only app and platform look outside the house'],
  ])('%s imports %s', (path, target, rule) => {
    const [fault = '', ...more] = importing(path, target)
    expect(more).toEqual([])
    expect(fault.startsWith(`${path}: imports `)).toBe(true)
    expect(fault.endsWith(`: ${rule}`)).toBe(true)
  })
})

describe('every way to import is seen', () => {
  const target = '../../record/children/index.ts'
  test.each([
    ['a type', `import type { X } from '${target}'`],
    ['a side effect', `import '${target}'`],
    ['a name passed on', `export { x } from '${target}'`],
    ['everything passed on', `export * from '${target}'`],
    ['a type passed on', `export type { X } from '${target}'`],
    ['an import when it runs', `const x = await import('${target}')`],
    ['a type written in place', `type X = import('${target}').X`],
    ['the type of a module', `type X = typeof import('${target}')`],
  ])('%s', (_what, text) => {
    expect(faultsOf('src/engine/clocks/clock.ts', text)).toEqual([
      'src/engine/clocks/clock.ts: imports src/record/children/index.ts: engine imports only platform, ui, kernel',
    ])
  })

  test.each([
    'const x = await import(name)',
    `const x = await import(\`./\${name}.ts\`)`,
    `const x = await import(\`\${name}\`)`,
  ])('a file named only when it runs: %s', text => {
    expect(faultsOf('src/app/main.ts', text)).toEqual([
      'src/app/main.ts: imports a file that is not named: name it, so that it can be checked',
    ])
  })

  it('a package of which a part is named only when it runs', () => {
    const text = `const x = await import(\`@embedded/\${name}\`)`
    expect(faultsOf('src/platform/database/x.ts', text)).toEqual([])
    expect(faultsOf('src/kernel/x.ts', text)).toHaveLength(1)
  })

  it('in a page as well', () => {
    const page = `import { x } from '../../platform/access/index.ts'\nexport const Page = () => <p>{x}</p>`
    expect(faultsOf('src/ui/layout/page.tsx', page)).toHaveLength(1)
  })

  it('not in a comment or a text', () => {
    const text = `// import x from '../../record/children/index.ts'\nconst text = "import('../../record/x.ts')"`
    expect(faultsOf('src/engine/clocks/clock.ts', text)).toEqual([])
  })
})

describe('where a file stands', () => {
  test.each(['utils', 'helpers', 'services', 'common'])('a folder called %s says nothing', folder => {
    expect(faultsOf(`src/record/${folder}/dates.ts`, '')).toEqual([
      `src/record/${folder}/dates.ts: a folder called ${folder} says nothing: name it after what it holds`,
    ])
  })

  it('every file is in a room', () => {
    expect(faultsOf('src/main.ts', '')).toEqual(['src/main.ts: stands in no room of the house'])
    expect(faultsOf('src/attic/main.ts', '')).toEqual(['src/attic/main.ts: stands in no room of the house'])
  })

  it('a file that cannot be read is a fault', () => {
    expect(faultsOf('src/app/main.ts', 'import {')[0]).toContain('src/app/main.ts: cannot be read')
  })
})
