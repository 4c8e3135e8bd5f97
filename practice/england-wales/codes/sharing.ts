import { codeList } from '../../../src/engine/codes/index.ts'

/** On what basis information about a child may be given to somebody. */
export const sharingBasis = codeList({
  id: 'sharing-basis',
  title: 'Bases for sharing information',
  source:
    'UK General Data Protection Regulation, article 6(1)(a), (c), (d) and (e), as believed; the words are the service’s own and were not read at their source',
  unverified: true,
  file: 'practice/england-wales/codes/sharing.ts',
  entries: [
    { code: 'consent', label: 'Consent: they agreed' },
    { code: 'public-task', label: 'Public task: the service’s own duty by law' },
    { code: 'legal-obligation', label: 'Legal obligation: the law demands it' },
    { code: 'vital-interests', label: 'Vital interests: to save or protect somebody’s life' },
  ],
})
