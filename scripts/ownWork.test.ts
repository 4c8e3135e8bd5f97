import { globSync, readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, it } from 'vitest'
import { isTest } from './importRules.ts'

/** The places, as lines of text, where a transaction is begun for nobody and with no purpose. */
function namelessWork(path: string, text: string): string[] {
  const found: string[] = []
  const visitor = new Visitor({
    CallExpression({ callee, arguments: [, context], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'inTransaction') return
      if (context?.type !== 'ObjectExpression') return
      const says = context.properties.some(
        property =>
          property.type === 'SpreadElement' ||
          (property.key.type === 'Identifier' && ['userId', 'purpose'].includes(property.key.name)),
      )
      if (!says) found.push(`${path}:${text.slice(0, start).split('\n').length}`)
    },
  })
  visitor.visit(parseSync(path, text).program)
  return found
}

it('finds work that is done for nobody and with no purpose', () => {
  const work = (context: string) => namelessWork('a.ts', `inTransaction(db, ${context}, tx => write(tx))`)
  expect(work('{ serviceId }')).toEqual(['a.ts:1'])
  expect(work('{ serviceId: id, today }')).toEqual(['a.ts:1'])
  expect(work(`{ serviceId, purpose: 'Emptied old messages' }`)).toEqual([])
  expect(work('{ serviceId, userId }')).toEqual([])
  expect(work('{ ...owner }')).toEqual([])
})

// A change that nobody made for nothing is taken for one of a migration, and is not sorted when a merge is taken apart.
it('all that the program does by itself says what for', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter(path => !isTest(path))
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(path => namelessWork(path, readFileSync(path, 'utf8')))).toEqual([])
})
