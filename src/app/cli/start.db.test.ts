import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassword } from '../demonstration/index.ts'
import { freePort, makeTestProgram, type Running, type TestProgram } from '../testkit/program.ts'

let program: TestProgram
let port: number
let settings: Record<string, string>

beforeAll(async () => {
  program = makeTestProgram()
  port = await freePort()
  settings = { PORT: String(port) }
})
afterAll(() => program.remove())

const isDatabaseUp = () => existsSync(join(program.folder, 'postgres', 'postmaster.pid'))

async function interrupt(running: Running) {
  running.process.kill('SIGINT')
  return running.ended
}

test('the first start tells what it does, and prints the address and the demonstration sign-ins', async () => {
  const running = program.spawn(['start'], settings)
  await running.hasSaid(/Ctrl-C/)
  const said = running.said()
  for (const words of [
    'Making the database',
    'Migrated',
    'Making the demonstration',
    `http://localhost:${port}`,
  ])
    expect(said).toContain(words)
  expect(said).toMatch(/officer@demo\.throughline\.invalid.*Youth justice officer/)
  expect(said).toContain(`the password: ${demonstrationPassword}`)
  expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200)
  expect(await interrupt(running)).toMatchObject({ code: 0, out: '' })
  expect(isDatabaseUp()).toBe(false)
}, 60_000)

test('the second start makes nothing anew, a second program says that the port is in use, and commands join the running one', async () => {
  const running = program.spawn(['start'], settings)
  await running.hasSaid(/Ctrl-C/)
  expect(running.said()).not.toContain('Migrated')

  const second = await program.run(['start'], settings)
  expect(second).toMatchObject({ code: 4 })
  expect(second.said).toContain(`Port ${port} is in use`)

  const list = await program.run(['user', 'list', '--json'])
  expect(list.code).toBe(0)
  expect(JSON.parse(list.out)).toMatchObject({ service: 'Milton Brook Youth Justice Service' })
  // Neither took the database away from the running server.
  expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200)
  expect((await interrupt(running)).code).toBe(0)
  expect(isDatabaseUp()).toBe(false)
}, 60_000)

test('told to stop while it is still starting, it stops in order', async () => {
  const running = program.spawn(['start'], settings)
  await running.hasSaid(/Starting the database/)
  const ended = await interrupt(running)
  expect(ended.said).toContain('Stopped.')
  expect(ended.code).toBe(0)
  expect(isDatabaseUp()).toBe(false)
}, 60_000)

test('after a kill the next start finds the database again, and leaves none behind', async () => {
  const killed = program.spawn(['start'], settings)
  await killed.hasSaid(/Ctrl-C/)
  killed.process.kill('SIGKILL')
  await killed.ended
  expect(isDatabaseUp()).toBe(true)
  const pid = readFileSync(join(program.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]
  const running = program.spawn(['start'], settings)
  await running.hasSaid(/Ctrl-C/)
  expect(readFileSync(join(program.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]).toBe(pid)
  expect((await interrupt(running)).code).toBe(0)
  expect(isDatabaseUp()).toBe(false)
}, 60_000)

test('a database that dies under the running program is started again, and requests are answered again', async () => {
  const running = program.spawn(['start'], settings)
  await running.hasSaid(/Ctrl-C/)
  const pidFile = join(program.folder, 'postgres', 'postmaster.pid')
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  const ready = async () => (await fetch(`http://localhost:${port}/health/ready`)).status
  expect(await ready()).toBe(503)
  await expect.poll(ready, { timeout: 30_000, interval: 500 }).toBe(200)
  expect(Number(readFileSync(pidFile, 'utf8').split('\n')[0])).not.toBe(pid)
  expect((await interrupt(running)).code).toBe(0)
  expect(isDatabaseUp()).toBe(false)
}, 60_000)

test('a port that something else holds, and settings that cannot be used, are said in words', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(port, '127.0.0.1', () => resolve()))
  const refused = await program.run(['start'], settings)
  await new Promise(resolve => other.close(resolve))
  expect(refused.code).toBe(4)
  expect(refused.said).not.toContain('    at ')
  expect(isDatabaseUp()).toBe(false)

  const wrong = await program.run(['start'], { PORT: 'eighty', SMTP_URL: 'mail.example.org' })
  expect(wrong.code).toBe(2)
  expect(wrong.said).toContain('PORT must be a whole number')
  expect(wrong.said).toContain('SMTP_URL must start with smtp')
}, 60_000)
