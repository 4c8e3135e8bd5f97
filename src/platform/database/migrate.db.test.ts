import { randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { appliedMigrations, MigrationFault, migrate } from './migrate.ts'

const root = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))
let folder: string

async function ask<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

const addressOf = (name: string) =>
  Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href

async function makeEmpty(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await ask(addressOf('postgres'), client => client.query(`create database ${name}`))
  return addressOf(name)
}

const applied = (url: string) => ask(url, appliedMigrations)

/** A folder of migrations that a test may add to and edit. */
beforeEach(() => {
  folder = mkdtempSync(join(root, 'each-'))
  cpSync('migrations', folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true }))

test('twenty nodes that migrate an empty database at once do no harm: each migration is applied once', async () => {
  const url = await makeEmpty()
  const answers = await Promise.all(Array.from({ length: 20 }, () => migrate(url, folder)))
  const names = await applied(url)
  expect(names.length).toBeGreaterThan(0)
  expect(answers.flat().sort()).toEqual(names)
})

test('a migration that was edited after it was applied is refused', async () => {
  const url = await makeEmpty()
  const [first] = await migrate(url, folder)
  appendFileSync(join(folder, String(first)), '\n-- a second thought\n')
  await expect(migrate(url, folder)).rejects.toThrow(MigrationFault)
})

test('a database that is newer than the program is refused', async () => {
  const url = await makeEmpty()
  writeFileSync(join(folder, '9998_later.sql'), 'select 1;')
  await migrate(url, folder)
  rmSync(join(folder, '9998_later.sql'))
  await expect(migrate(url, folder)).rejects.toThrow(/newer than the program/)
})

test('a migration that fails leaves nothing of itself, and goes in once it is mended', async () => {
  const url = await makeEmpty()
  const file = join(folder, '9999_broken.sql')
  writeFileSync(file, 'create table half (it integer); select from nowhere;')
  await expect(migrate(url, folder)).rejects.toThrow(/9999_broken\.sql failed/)
  const before = await applied(url)
  expect(before).not.toContain('9999_broken.sql')
  const { rows } = await ask(url, client => client.query(`select to_regclass('half') as half`))
  expect(rows).toEqual([{ half: null }])
  writeFileSync(file, `comment on table child is 'Mended';`)
  expect(await migrate(url, folder)).toEqual(['9999_broken.sql'])
})

test('a database can be brought as far as one migration and no further', async () => {
  const url = await makeEmpty()
  writeFileSync(join(folder, '9999_later.sql'), 'select 1;')
  const last = (await migrate(url, folder, '9998')).at(-1)
  expect(last).not.toBe('9999_later.sql')
  expect(await migrate(url, folder)).toEqual(['9999_later.sql'])
})

test('an owner who may make no roles migrates a database too, where the application’s role was made by hand', async () => {
  const name = `plain_${randomBytes(6).toString('hex')}`
  await ask(addressOf('postgres'), async client => {
    await client.query(`create role ${name} login password 'plain'`)
    await client.query(`grant ${name} to current_user`)
    await client.query(`create database ${name} owner ${name}`)
  })
  const url = Object.assign(new URL(addressOf(name)), { username: name, password: 'plain' }).href
  expect((await migrate(url, folder)).length).toBeGreaterThan(0)
})
