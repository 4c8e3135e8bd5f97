import { codeList } from '../../../src/engine/codes/index.ts'

/** The four steps in which likelihood of reoffending, risk of serious harm, and safety and wellbeing are judged. */
export const judgements = codeList({
  id: 'judgements',
  title: 'Judgements of likelihood and risk',
  source: 'Ratings of AssetPlus as described by Russell Webster and the Youth Justice Legal Centre',
  file: 'practice/england-wales/codes/assessment.ts',
  entries: [
    { code: 'low', label: 'Low' },
    { code: 'medium', label: 'Medium' },
    { code: 'high', label: 'High' },
    { code: 'very-high', label: 'Very high' },
  ],
})

/** The police's child gravity matrix: what an offence of each score normally leads to. */
export const gravityScores = codeList({
  id: 'gravity-scores',
  title: 'Child gravity matrix',
  source:
    'National Police Chiefs’ Council, child gravity matrix, as summarised by the Youth Justice Legal Centre (2023, updated 2025). Departing from it is allowed, with the reason recorded; the police decide.',
  file: 'practice/england-wales/codes/assessment.ts',
  entries: [
    { code: '1', label: 'No further action' },
    { code: '2', label: 'Informal out-of-court disposal' },
    { code: '3', label: 'Youth caution' },
    { code: '4', label: 'Youth conditional caution' },
    { code: '5', label: 'Normally charge' },
  ],
})
