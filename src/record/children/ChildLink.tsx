import { nameOf } from './child.ts'
import { childPath } from './paths.ts'

/** A child's name as the link to the record, wherever a list or an answer names several children. */
export function ChildLink({ child }: { child: Parameters<typeof nameOf>[0] & { childId: string } }) {
  return (
    <a class="govuk-link" href={childPath.to(child)}>
      <bdi>{nameOf(child)}</bdi>
    </a>
  )
}
