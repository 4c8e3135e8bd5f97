import type { Request } from '../../platform/http/index.ts'
import type { Child } from '../children/index.ts'
import { wholeTime } from './beginning.ts'
import { Drawing } from './Drawing.tsx'
import type { LaneKind } from './lane.ts'
import { NotDrawn } from './NotDrawn.tsx'
import { throughlinePath } from './paths.ts'
import { lanesFor, lineTableId } from './throughline.page.tsx'

/** What is drawn on the first page about a child: the rest stands on that page in words, or on the drawing's own. */
const lanesDrawn: readonly LaneKind[] = ['case', 'contacts']

/** The drawing as it stands on the first page about a child: all its time; undefined while there is nothing to draw. */
export async function throughlineStrip(request: Request, child: Child) {
  const lanes = (await lanesFor(request, child)).filter(({ kind }) => lanesDrawn.includes(kind))
  if (lanes.length === 0) return undefined
  const { drawn: span, leftOut } = wholeTime(lanes, request.today)
  const href = throughlinePath.to({ childId: child.childId })
  return (
    <section aria-labelledby="throughline-title" class="tl-line-strip">
      <h2 class="govuk-heading-m" id="throughline-title">
        <a class="govuk-link" href={href}>
          Throughline
        </a>
      </h2>
      <Drawing
        lanes={lanes}
        span={span}
        now={request.now}
        skip={{ href: '#after-drawing', words: 'Skip the drawing' }}
        closer={at =>
          `${href}?zoom=quarter&last=${at.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 30 })}`
        }
      />
      {leftOut && <NotDrawn leftOut={leftOut}>The table has all of it.</NotDrawn>}
      <p class="govuk-body tl-no-print" id="after-drawing">
        <a class="govuk-link" href={`${href}#${lineTableId}`}>
          The same in a table
        </a>
      </p>
    </section>
  )
}
