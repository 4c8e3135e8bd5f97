import { Button, WarningText } from '../../ui/govuk/index.ts'
import { type Child, casePath } from '../children/index.ts'
import type { TransferPackage } from './package.ts'
import { otherServicesPath, takeFilePath } from './paths.ts'

type Given = {
  child: Child
  transferId: string
  it: TransferPackage
  passphrase: string
  csrfToken: string
}

/** Shown once: afterwards nobody can know the passphrase but whoever has kept it. */
export function Made({ child, transferId, it, passphrase, csrfToken }: Given) {
  return (
    <div class="tl-main--reading">
      <h1 class="govuk-heading-l">The package is made</h1>
      <h2 class="govuk-heading-m">1. Write down the passphrase</h2>
      <WarningText>It is shown only now and kept nowhere. Copy it before you go on.</WarningText>
      <pre class="tl-code">
        <code>{passphrase}</code>
      </pre>
      <p class="govuk-body">
        Say it to {it.to} by telephone. Never send it the same way as the file: whoever has both can read
        everything.
      </p>
      <h2 class="govuk-heading-m">2. Download the package</h2>
      <p class="govuk-body">
        It is given out once, within the hour, and we keep no copy. Send it to {it.to}, then delete it here.
      </p>
      <form method="post" action={takeFilePath.to({ childId: child.childId, transferId })}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Button>Download the package</Button>
      </form>
      <h2 class="govuk-heading-m">3. When they have it</h2>
      <p class="govuk-body">Nothing is ended by itself.</p>
      {child.cases.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {child.cases.map(({ involvementId }, index) => (
            <li key={involvementId}>
              <a class="govuk-link" href={casePath.to({ childId: child.childId, involvementId })}>
                End the open case{child.cases.length > 1 && ` (${index + 1} of ${child.cases.length})`}
              </a>
              , once {it.to} has taken over
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={otherServicesPath.to(child)}>
          What was handed over
        </a>
      </p>
    </div>
  )
}
