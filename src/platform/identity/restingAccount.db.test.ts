import { verify } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { addColleague } from '../../app/testkit/colleagues.ts'
import { makeTestService } from '../../app/testkit/service.ts'
import { checkPassword } from './index.ts'

vi.mock('@node-rs/argon2', async load => {
  const real = await load<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

test('a password is hashed for a resting account and for an unknown one too, so that both take as long', async () => {
  const service = await makeTestService()
  await addColleague(service, 'rests@example.test')
  const give = (email: string) =>
    checkPassword(service.running.platform.db, email, 'guess', service.clock.now, 'a request')
  for (let i = 0; i < 5; i++) await give('rests@example.test')
  for (const [email, outcome] of [
    ['rests@example.test', 'resting'],
    ['nobody@example.test', 'wrong'],
  ] as const) {
    vi.mocked(verify).mockClear()
    expect((await give(email)).outcome).toBe(outcome)
    expect(verify).toHaveBeenCalledTimes(1)
  }
  await service.close()
})
