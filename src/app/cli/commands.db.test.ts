import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestProgram, type TestProgram } from '../testkit/program.ts'

let program: TestProgram
const service = 'Heron Youth Justice Service'

// A server that outlives the commands, so that they need not start the database each time.
let running: ReturnType<TestProgram['spawn']>

beforeAll(async () => {
  program = makeTestProgram()
  const added = await program.run(['service', 'add', service, '--json'])
  expect(added.code).toBe(0)
  running = program.spawn(['start'], { PORT: '0' })
  await running.hasSaid(/Ctrl-C/)
}, 60_000)
afterAll(async () => {
  running.process.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
  program.remove()
})

const addUser = (email: string, role: string, ...more: string[]) =>
  program.run(['user', 'add', '--email', email, '--name', 'Alex Lee', '--role', role, ...more])

test('every command has help with examples', async () => {
  for (const words of [
    ['start'],
    ['migrate'],
    ['demo'],
    ['service', 'add'],
    ['service', 'list'],
    ['user', 'add'],
    ['user', 'list'],
    ['user', 'disable'],
    ['import', 'notifications'],
    ['audit', 'verify'],
    ['backup'],
    ['restore'],
    ['doctor'],
  ]) {
    const { code, out } = await program.run([...words, '--help'])
    expect(code, words.join(' ')).toBe(0)
    expect(out).toContain('Examples:')
    if (words[0] !== 'start') expect(out).toContain('--json')
  }
}, 30_000)

test('words that no command knows end with 2, and say where help is', async () => {
  for (const words of [['frobnicate'], ['user', 'add'], ['backup'], ['user', 'list', '--colour']]) {
    const { code, said, out } = await program.run(words)
    expect(code, words.join(' ')).toBe(2)
    expect(said).toContain('--help')
    expect(out).toBe('')
  }
}, 30_000)

test('a service of one’s own is no demonstration, and the demonstration goes into an empty database only', async () => {
  expect(running.said()).not.toContain('demonstration')
  const refused = await program.run(['demo'])
  expect(refused.code).toBe(2)
  expect(refused.said).toContain('has a service already')
})

test('a person is added with a link, listed, and disabled', async () => {
  const added = await addUser('A.Lee@example.org', 'officer', '--role', 'senior', '--json')
  expect(added.code).toBe(0)
  expect(JSON.parse(added.out)).toMatchObject({
    email: 'a.lee@example.org',
    roles: ['officer', 'senior'],
    service,
  })
  expect(JSON.parse(added.out).link).toMatch(/\/set-password\/[\w-]{40,}$/)
  expect((await addUser('a.lee@example.org', 'officer')).code).toBe(2)

  const state = async () => {
    const { people } = JSON.parse((await program.run(['user', 'list', '--json'])).out)
    return people.find((person: { email: string }) => person.email === 'a.lee@example.org').state
  }
  expect(await state()).toBe('invited')
  expect((await program.run(['user', 'disable', 'a.lee@example.org'])).code).toBe(0)
  expect(await state()).toBe('disabled')
  expect((await program.run(['user', 'disable', 'nobody@example.org'])).code).toBe(2)
}, 30_000)

test('a role that there is not is refused with those that there are', async () => {
  const refused = await addUser('b@example.org', 'admin')
  expect(refused.code).toBe(2)
  expect(refused.said).toContain('administrator')
})

test('a file with rows that cannot be read ends with 3 and names each row and what to do', async () => {
  await addUser('imports@example.org', 'officer')
  const file = join(program.folder, 'rows.csv')
  const head = 'police_reference,received,first_name,family_name,offence,outcome,colour'
  writeFileSync(
    file,
    [head, 'H/1,16/11/2026,Ada,Fen,Broke a window,8,red', 'H/2,31/02/2026,Bo,Fen,Broke a window,8,red'].join(
      '\n',
    ),
  )
  const words = ['import', 'notifications', file, '--as', 'imports@example.org']
  const first = await program.run([...words, '--json'])
  expect(first.code).toBe(3)
  expect(first.said).toContain('colour')
  expect(JSON.parse(first.out)).toMatchObject({
    again: false,
    total: 2,
    accepted: 1,
    failed: 1,
    unknownColumns: ['colour'],
    rows: [{ row: 3, faults: [{ field: 'received' }] }],
  })
  const again = await program.run(words)
  // Nothing new, but the row still waits to be mended.
  expect(again.code).toBe(3)
  expect(again.said).toContain('taken in before')
  expect(again.out).toMatch(/Row 3: /)
}, 30_000)

test('nobody imports whose role does not include it, nor a file that is not there', async () => {
  await addUser('counts@example.org', 'analyst')
  const file = join(program.folder, 'rows.csv')
  expect((await program.run(['import', 'notifications', file, '--as', 'counts@example.org'])).code).toBe(2)
  const missing = await program.run(['import', 'notifications', `${file}.not`, '--as', 'counts@example.org'])
  expect(missing.code).toBe(4)
}, 30_000)

test('the doctor finds nothing wrong with a new installation, and finds a database that is not there', async () => {
  const well = await program.run(['doctor', '--json'])
  expect(JSON.parse(well.out).findings.filter((each: { state: string }) => each.state === 'fault')).toEqual(
    [],
  )
  expect(well.code).toBe(0)
  const ill = await program.run(['doctor', '--json'], {
    DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none',
  })
  expect(ill.code).toBe(3)
  expect(JSON.parse(ill.out).good).toBe(false)
}, 30_000)

test('a backup of the running program is restored beside it, and only with its secret', async () => {
  const file = join(program.folder, 'backup.zip')
  expect((await program.run(['backup', file])).code).toBe(0)
  expect((await program.run(['backup', file])).code).toBe(2)
  const nowhere = await program.run(['backup', join(program.folder, 'not-mounted', 'backup.zip')])
  expect(nowhere.code).toBe(4)
  expect(nowhere.said).toContain('is not there, or its folder is not')
  const other = makeTestProgram()
  const refused = await other.run(['restore', file])
  expect(refused.code).toBe(2)
  expect(refused.said).toContain('another secret')
  writeFileSync(join(other.folder, 'secret'), readFileSync(join(program.folder, 'secret')), { mode: 0o600 })
  const restored = await other.run(['restore', file, '--json'])
  expect(restored.code).toBe(0)
  expect(JSON.parse(restored.out)).toMatchObject({ auditFaults: 0 })
  // Nothing has logged in to the copy yet, and that is no fault.
  expect((await other.run(['doctor'])).code).toBe(0)
  const people = await other.run(['user', 'list', '--json'])
  expect(JSON.parse(people.out).people).toEqual(
    JSON.parse((await program.run(['user', 'list', '--json'])).out).people,
  )
  const verified = await other.run(['audit', 'verify', '--json'])
  expect(verified.code).toBe(0)
  const { serviceId } = JSON.parse(verified.out).services[0]
  const heads = { [serviceId]: { position: 1, hash: '00' } }
  writeFileSync(join(other.folder, 'audit-heads.json'), JSON.stringify(heads))
  const tampered = await other.run(['doctor'])
  expect(tampered.code).toBe(3)
  expect(tampered.out).toContain('no longer holds what was sealed before')
  other.remove()
}, 60_000)
