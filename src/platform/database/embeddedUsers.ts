import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Each program that uses the server leaves a file with its process number, so that the last one stops it. `leave` says how many others use it still. */
export function joinUsers(folder: string): { leave(): number } {
  const users = join(folder, 'users')
  mkdirSync(users, { recursive: true })
  const mine = join(users, String(process.pid))
  writeFileSync(mine, '')
  return {
    leave() {
      rmSync(mine, { force: true })
      const others = readdirSync(users).map(Number)
      const alive = others.filter(isAlive)
      for (const pid of others) if (!alive.includes(pid)) rmSync(join(users, String(pid)), { force: true })
      return alive.length
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}
