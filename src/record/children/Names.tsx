import { SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import type { Child } from './child.ts'
import { nameKindWords, nameTimeWords, type OtherName } from './nameQueries.ts'
import { addNamePath, changeNamePath, removeNamePath } from './paths.ts'

/** The other names of a child. One that must not be used is shown only when it is asked for. */
export function Names({ child, names, canEdit }: { child: Child; names: OtherName[]; canEdit: boolean }) {
  return (
    <>
      <PageHeaderActions
        heading="Other names"
        headingLevel={2}
        actions={
          canEdit
            ? [
                { href: changeNamePath.to(child), text: 'Record a change of name', isSecondary: true },
                { href: addNamePath.to(child), text: 'Add a name', isSecondary: true },
              ]
            : []
        }
      />
      {names.length === 0 ? (
        <p class="govuk-body">
          No other name or spelling is known. A search finds the child by those as well.
        </p>
      ) : (
        <SummaryList
          rows={names.map(other => ({
            key: nameKindWords[other.kind],
            value: <Name other={other} />,
            actions: canEdit
              ? [
                  {
                    href: removeNamePath.to({ childId: child.childId, nameId: other.nameId }),
                    text: 'Remove',
                    visuallyHiddenText: other.mustNotBeUsed ? 'the name that must not be used' : other.name,
                  },
                ]
              : undefined,
          }))}
        />
      )}
    </>
  )
}

function Name({ other }: { other: OtherName }) {
  const time = nameTimeWords(other)
  return (
    <>
      {other.mustNotBeUsed ? (
        <details class="tl-small-details">
          <summary>A name that must not be used: show it</summary>
          <bdi>{other.name}</bdi>
        </details>
      ) : (
        <bdi>{other.name}</bdi>
      )}
      {time !== '' && (
        <>
          <br />
          <span class="govuk-hint">{time}</span>
        </>
      )}
    </>
  )
}
