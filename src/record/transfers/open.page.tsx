import { type FieldError, form, formPage, type Refusal } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { arrivalsPath, packagesPath } from '../arrivals/index.ts'
import { type Arrived, listWaitingPackages } from './arrivedQueries.ts'
import { keepPackage } from './keepPackage.ts'
import { readPackage } from './package.ts'
import { mostBytes, openFile } from './packageFile.ts'
import { arrivedPackagePath, otherServicesPath } from './paths.ts'

const openForm = form({
  id: 'open-package',
  fields: {
    file: {
      kind: 'file',
      label: 'The package',
      hint: 'A file whose name ends in .throughline, up to 20 MB.',
      required: 'Choose the file',
      accept: '.throughline',
    },
    passphrase: {
      kind: 'text',
      label: 'Passphrase',
      hint: 'Five groups of four letters and figures. The other service says it to you by telephone.',
      required: 'Enter the passphrase',
      maxLength: 100,
      autocomplete: 'off',
      isSecret: true,
    },
  },
})

/** Wrong passphrase, damage, another program’s file inside: the same words, since nobody can know which it is. */
const doesNotOpen: FieldError = {
  field: 'passphrase',
  message:
    'The package does not open. Check the passphrase with the other service, or ask for the package again',
}
const otherVersion: FieldError = {
  field: 'file',
  message: 'This package is of another version of the program. Ask for it in the version that we have',
}
const notAPackage: FieldError = {
  field: 'file',
  message: 'This file is not a package. Choose the one whose name ends in .throughline',
}

const [shows, takes] = formPage({
  path: packagesPath,
  permission: 'transfer.take',
  change: 'Opened a package from another service',
  async load(request) {
    return ok({ waiting: await listWaitingPackages(request.tx) })
  },
  form: () => openForm,
  title: () => 'Record from another service',
  intro: () => (
    <p class="govuk-body">
      Nothing goes on a record before you have said which child it is. The same package twice changes nothing.
    </p>
  ),
  reference: ({ waiting }) => <Waiting waiting={waiting} />,
  back: () => arrivalsPath.to(),
  submit: 'Open it',
  async save({ tx, who, now }, { file, passphrase }) {
    const fault = (error: FieldError): Refusal => ({ kind: 'errors', errors: [error] })
    if (file.bytes.length > mostBytes)
      return fault({ field: 'file', message: 'The file is larger than 20 MB' })
    const opened = await openFile(file.bytes, passphrase)
    if (!opened.ok)
      return fault(
        { 'not-a-package': notAPackage, 'other-version': otherVersion, 'does-not-open': doesNotOpen }[
          opened.reason
        ],
      )
    const { json } = opened.value
    const read = readPackage(json)
    if (!read.ok) return fault(read.reason === 'other-version' ? otherVersion : doesNotOpen)
    const kept = await keepPackage(tx, {
      serviceId: who.serviceId,
      content: read.value,
      json,
      by: who.userId,
      at: now,
    })
    const said = 'The package is open and kept.'
    // One that may be about a child hidden from this person waits for somebody who may see that child.
    if (!kept) return redirect(packagesPath.to(), said)
    if (kept.cameBefore) return turnBack(placeOf(kept), cameBefore(kept))
    return redirect(arrivedPackagePath.to(kept), said)
  },
})

export const openRoutes = [
  shows,
  { ...takes, maxBytes: mostBytes + 1024 * 1024, hasSecrets: true as const, perMinute: 30 },
]

/** Where a package that came before is now. */
function placeOf({ childId, settledAt, arrivedTransferId }: Arrived): string {
  if (childId !== null) return otherServicesPath.to({ childId })
  return settledAt === null ? arrivedPackagePath.to({ arrivedTransferId }) : packagesPath.to()
}

function cameBefore({ takenAt, settledAt, childId }: Arrived): string {
  const day = (at: Temporal.Instant) => writeDate(dayInUk(at))
  if (settledAt === null)
    return `This package came before, on ${day(takenAt)}, and waits. Nothing was changed.`
  return childId === null
    ? `This package came before and was put aside on ${day(settledAt)}. Nothing was changed. Ask for a new one if it is wanted after all.`
    : `This package came before and was taken in on ${day(settledAt)}. Nothing was changed.`
}

function Waiting({ waiting }: { waiting: (Arrived & { name: string })[] }) {
  if (waiting.length === 0) return <p class="govuk-body">No package waits for somebody to say who it is.</p>
  return (
    <SortableTable
      id="packages"
      caption="Waiting: who is it?"
      rows={waiting}
      rowKey={({ arrivedTransferId }) => arrivedTransferId}
      columns={[
        {
          key: 'name',
          heading: 'Name',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={arrivedPackagePath.to(it)}>
              <bdi>{it.name}</bdi>
            </a>
          ),
        },
        { key: 'from', heading: 'From', cell: it => <bdi>{it.fromService}</bdi> },
        { key: 'opened', heading: 'Opened', cell: it => `${writeMoment(it.takenAt, ukZone)}, ${it.takenBy}` },
      ]}
    />
  )
}
