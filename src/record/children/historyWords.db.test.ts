import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { things } from './historyWords.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

test('the history calls every table about a child that the audit follows by plain words', async () => {
  const followed = await database.asOwner(`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
    join pg_trigger g on g.tgrelid = c.oid and g.tgname = 'audit'
    where c.relnamespace = 'public'::regnamespace`)
  expect(followed.length).toBeGreaterThan(30)
  expect(Object.keys(things).sort()).toEqual(followed.map(({ name }) => String(name)).sort())
})
