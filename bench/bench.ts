import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { practice } from '../practice/index.ts'
import { openInstallation, projectFolder } from '../src/app/installation.ts'
import { usePractice } from '../src/engine/packs/index.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { build, type Volume } from './build.ts'
import { measure } from './measure.ts'

const words = `Measures the pages against the bare SQL that they need, on a large database that is made once.

  npm run bench                     150 services, 300,000 children, 6 million contacts
  npm run bench -- --services 2     smaller; what is there already is kept, and what is missing is added
  npm run bench -- --only list      only the measurements whose name holds this word
  npm run bench -- --seconds 10     how long each measurement takes (5)
  npm run bench -- --data FOLDER    where the database lies (.bench in the project)
`

const say = (text: string) => process.stderr.write(`${text}\n`)

const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '150' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    data: { type: 'string', default: join(projectFolder, '.bench') },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(words)
else {
  const volume: Volume = { services: Number(values.services), children: 2_000, contactsEach: 20, staff: 40 }
  const config = readConfig({ THROUGHLINE_DATA: values.data, PORT: '0' })
  usePractice(practice)
  const installation = await openInstallation(config, say)
  try {
    const admin = new URL(installation.ownerUrl)
    admin.username = 'throughline_admin'
    admin.password = installation.secret.derive(`postgres role ${admin.username}`)
    const now = Temporal.Now.instant()
    await build(admin.href, volume, now.toZonedDateTimeISO('Europe/London').toPlainDate().toString(), say)
    const report = await measure(installation, {
      seconds: Number(values.seconds),
      only: values.only,
      adminUrl: admin.href,
      now,
      say,
    })
    process.stdout.write(report)
  } finally {
    await installation.close()
  }
}
