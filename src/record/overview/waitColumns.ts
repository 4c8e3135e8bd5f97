import type { ListColumn } from '../../engine/lists/index.ts'
import type { Practice } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { type Happening, happenings } from '../figures/index.ts'
import { standingWords } from './caseFilters.ts'
import type { ListedCase } from './caseListQueries.ts'
import { waitStanding } from './waitQueries.ts'

/**
 * The columns of a list that is narrowed to what happened: on which day, how many days after the arrival and, where a
 * clock says it, whether that was in time.
 * @param practice with the service’s own lengths; undefined where no clock runs until this happens
 */
export function waitColumns(what: Happening, practice: Practice | undefined): ListColumn<ListedCase>[] {
  const words = (it: ListedCase) => {
    const standing = practice && waitStanding(it, what, practice)
    return standing === undefined ? 'No clock' : standingWords[standing]
  }
  return [
    {
      key: 'happened',
      hasLongHeading: true,
      heading: happenings().find(({ value }) => value === what)?.label ?? 'It happened',
      cell: ({ happenedAt }) => happenedAt && writeDate(dayInUk(happenedAt)),
      exports: ({ happenedAt }) => (happenedAt ? dayInUk(happenedAt) : null),
    },
    {
      key: 'waited',
      hasLongHeading: true,
      heading: 'Days waited',
      isNumeric: true,
      cell: ({ waited }) => waited,
      exports: ({ waited }) => waited ?? null,
    },
    ...(practice
      ? [
          {
            key: 'clock',
            hasLongHeading: true as const,
            heading: 'By the clock',
            cell: words,
            exports: words,
          },
        ]
      : []),
  ]
}
