import type { Subject } from '../../engine/documents/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { may, type Role } from '../../platform/access/index.ts'
import type { Child } from './child.ts'
import { beginDocumentPath } from './paths.ts'

type Given = {
  child: Pick<Child, 'childId' | 'isRelated'>
  roles: readonly Role[]
  about: readonly Subject[]
  /** The id of what the document is made from. */
  of: string
}

/** The ways from something of the record to the documents that are made from it; nothing for whoever writes none. */
export function MakeDocument({ child, roles, about, of }: Given) {
  const offered = practiceInUse().documents.filter(each => about.includes(each.about))
  if (offered.length === 0 || !may('documents.write', roles, child.isRelated)) return null
  return (
    <div class="tl-no-print">
      <p class="govuk-body govuk-!-margin-bottom-1">Make a document of it:</p>
      <ul class="govuk-list tl-links">
        {offered.map(({ id, title }) => (
          <li key={id}>
            <a
              class="govuk-link"
              href={`${beginDocumentPath.to({ childId: child.childId, kind: id })}?of=${encodeURIComponent(of)}`}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
