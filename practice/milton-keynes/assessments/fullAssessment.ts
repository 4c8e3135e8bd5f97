import { assessmentForm, type Section } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { countersigned } from '../pieces/countersigned.ts'
import { seniors, workers } from '../pieces/people.ts'
import { secondLooks } from '../pieces/secondLooks.ts'
import { basis, life } from './full/basis.ts'
import { conclusions, pathways } from './full/conclusions.ts'
import { courtMatters } from './full/court.ts'
import { informationGathering } from './full/informationGathering.ts'
import { ownViews } from './full/ownViews.ts'

/** Sections under the heading of the third of the form that they belong to. */
const under = (heading: string, sections: Readonly<Record<string, Section>>) =>
  Object.fromEntries(Object.entries(sections).map(([id, section]) => [id, { ...section, under: heading }]))

/**
 * The whole of a child’s life: what is known, what it means, what is done. The child speaks first, strengths come before
 * concerns, and what has to do with courts is asked only where there is one.
 */
export const fullAssessment = assessmentForm({
  id: 'full-assessment',
  title: 'Full assessment',
  summary:
    'The whole of a child’s life: what is known, what it means, and what is done. For orders, courts and panels.',
  source:
    'Youth Justice Plan 2022/23, paragraph 24. The three parts and the three judgements follow AssetPlus as it is described in public; its forms were not used. The questions are ours.',
  file: 'practice/milton-keynes/assessments/fullAssessment.ts',
  ours: true,
  by: workers,
  countersignedBy: seniors,
  clocks: [countersigned],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      secondLooks: secondLooks({
        partners: 'basis',
        harmed: 'others-safe',
        'risk-to-others': 'others-safe',
        contingencies: 'agreed',
      }),
      sections: {
        ...under('What is known', { basis, ...ownViews, life, ...informationGathering, ...courtMatters }),
        ...under('What it means', conclusions),
        ...under('What is done', pathways),
      },
    },
  },
})
