import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { readConfig } from '../platform/config/index.ts'
import { migrate, readMigrations } from '../platform/database/index.ts'
import { checkDatabase } from './cli/doctorChecks.ts'
import { openInstallation } from './installation.ts'
import { makeTestDatabase } from './testkit/database.ts'

/** The settings of a node, each with a data folder of its own. */
function settings(databaseUrl: string, secret?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-secret-'))
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    THROUGHLINE_DATA: folder,
    ...(secret === undefined ? {} : { THROUGHLINE_SECRET: secret }),
  })
  return { config, folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Fails where the login's password is no longer the one in the address. */
async function letIn(appUrl: string) {
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  await client.end()
}

const right = 'the secret that the database was made with'

test('a node with another secret is refused before it changes anything, and says what to do', async () => {
  const database = await makeTestDatabase()
  const first = settings(database.ownerUrl, right)
  const running = await openInstallation(first.config)

  const stranger = settings(database.ownerUrl)
  await expect(openInstallation(stranger.config)).rejects.toThrow(/another secret.*THROUGHLINE_SECRET/)
  await letIn(running.appUrl)
  const again = await openInstallation(first.config)
  await again.close()
  await running.close()
  await database.close()
  first.remove()
  stranger.remove()
})

test('the doctor changes nothing: no login is made or altered, and no secret', async () => {
  const database = await makeTestDatabase()
  const { config, folder, remove } = settings(database.ownerUrl)
  const findings = await checkDatabase(database.ownerUrl, config, 'migrations')
  expect(findings.find(({ check }) => check === 'application role')?.state).toBe('fault')
  expect(existsSync(join(folder, 'secret'))).toBe(false)
  const wrong = settings(database.ownerUrl, 'a secret that somebody has made up')
  await checkDatabase(database.ownerUrl, wrong.config, 'migrations')
  await letIn(database.appUrl)
  await database.close()
  remove()
  wrong.remove()
})

test('an owner who may not make roles migrates where the application’s role is there already', async () => {
  const database = await makeTestDatabase()
  await database.asOwner(`create role plain_owner login password 'plain' nocreaterole nosuperuser`)
  await database.asOwner('grant plain_owner to current_user with set true')
  await database.asOwner('create database plain_test owner plain_owner')
  const url = Object.assign(new URL(database.ownerUrl), {
    username: 'plain_owner',
    password: 'plain',
    pathname: '/plain_test',
  })
  expect(await migrate(url.href, 'migrations')).toHaveLength(readMigrations('migrations').length)
  await database.close()
})
