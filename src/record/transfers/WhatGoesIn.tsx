import { Checkboxes, Table, WarningText } from '../../ui/govuk/index.ts'
import { countParts, packageParts, type TransferPackage } from './package.ts'
import type { Differing } from './sideBySide.ts'

/** What is added to which record. */
export function Goes({ content, reference }: { content: TransferPackage; reference: string | undefined }) {
  const counts = countParts(content)
  const came = content.parts.filter(part => part !== 'details')
  return (
    <>
      <h2 class="govuk-heading-m">
        {reference === undefined ? 'A new record is made' : `What is added to ${reference}`}
      </h2>
      <Table
        caption="What came"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Part', 'In the package']}
        rows={came.map(part => [packageParts[part], String(counts[part] ?? 0)])}
      />
      <p class="govuk-body">
        {reference !== undefined &&
          'What the record has already is not added again. Their name for the child goes among the other names. '}
        Cases, contacts, notes and consent stay theirs: they can be read here and not changed.
      </p>
    </>
  )
}

/** An address is kept from somebody there, and nothing of it would be kept here. */
export function NotKept({ from, isOffered }: { from: string; isOffered: boolean }) {
  return (
    <WarningText>
      The other service says that the address must not become known to <bdi>{from}</bdi>. No address that we
      have now is that one, so our record does not say so{' '}
      {isOffered ? 'unless you take theirs below' : 'until somebody enters it'}. Ask them whether it holds for
      where the child lives now.
    </WarningText>
  )
}

/** Ours and theirs side by side; theirs is taken only where somebody says so, or where we have nothing. */
export function DetailsThatDiffer({ differing }: { differing: Differing[] }) {
  const choices = differing.filter(({ fills }) => !fills)
  return (
    <>
      {differing.length > 0 && (
        <Table
          caption="Details that differ"
          captionClasses="govuk-table__caption--s"
          firstCellIsHeader
          head={['Detail', 'Ours', 'Theirs']}
          rows={differing.map(({ label, ours, theirs, fills }) => [
            label,
            fills ? 'None: theirs is filled in' : ours,
            theirs,
          ])}
        />
      )}
      {choices.length > 0 && (
        <Checkboxes
          name="take"
          idPrefix="take"
          legend={{ text: 'Where is theirs taken instead of ours?', classes: 'govuk-fieldset__legend--s' }}
          hint={{
            text: 'Ours stays where you choose nothing. An address that gives way is kept as an earlier one.',
          }}
          items={choices.map(({ key, label, theirs }) => ({ value: key, label: `${label}: ${theirs}` }))}
          values={[]}
        />
      )}
    </>
  )
}
