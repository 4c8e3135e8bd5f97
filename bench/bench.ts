import { practice } from '../practice/index.ts'
import { openInstallation } from '../src/app/installation.ts'
import { usePractice } from '../src/engine/packs/index.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { readBenchAsked } from './asked.ts'
import { build, type Volume } from './build.ts'
import { measure } from './measure.ts'

const say = (text: string) => process.stderr.write(`${text}\n`)

const asked = readBenchAsked(process.argv.slice(2))

if ('exitCode' in asked) process.exitCode = asked.exitCode
else {
  const volume: Volume = { services: asked.services, children: 2_000, contactsEach: 20, staff: 40 }
  const config = readConfig({ THROUGHLINE_DATA: asked.data, PORT: '0' })
  usePractice(practice)
  const installation = await openInstallation(config, say)
  try {
    const admin = new URL(installation.ownerUrl)
    admin.username = 'throughline_admin'
    admin.password = installation.secret.derive(`postgres role ${admin.username}`)
    const now = Temporal.Now.instant()
    await build(admin.href, volume, now.toZonedDateTimeISO('Europe/London').toPlainDate().toString(), say)
    const report = await measure(installation, {
      seconds: asked.seconds,
      only: asked.only,
      adminUrl: admin.href,
      now,
      say,
    })
    process.stdout.write(report)
  } finally {
    await installation.close()
  }
}
