import { codeList } from '../../../src/engine/codes/index.ts'

const file = 'practice/england-wales/codes/care.ts'

/** What children's social care does for a child. Our own codes and words. */
export const careStatus = codeList({
  id: 'care-status',
  title: 'Care status',
  source: 'Words in common use in children’s social care; the service’s own list, not read at a source',
  unverified: true,
  file,
  entries: [
    { code: 'looked-after', label: 'Looked after by a local authority' },
    { code: 'child-protection', label: 'Child protection plan' },
    { code: 'child-in-need', label: 'Child in need plan' },
    { code: 'early-help', label: 'Early help' },
  ],
})

/** On what ground a child is looked after. Our own codes; the sections are believed to be right and were not read. */
export const careLegalBasis = codeList({
  id: 'care-legal-basis',
  title: 'Legal basis on which a child is looked after',
  source:
    'Children Act 1989, Social Services and Well-being (Wales) Act 2014, Adoption and Children Act 2002 and Legal Aid, Sentencing and Punishment of Offenders Act 2012, as believed; not read at their source, and may be incomplete',
  unverified: true,
  file,
  entries: [
    { code: 'not-known', label: 'Not known' },
    { code: 'accommodated', label: 'Accommodated by agreement (section 20; in Wales section 76)' },
    { code: 'interim-care-order', label: 'Interim care order (section 38)' },
    { code: 'care-order', label: 'Care order (section 31)' },
    { code: 'emergency-protection', label: 'Emergency protection order (section 44)' },
    { code: 'police-protection', label: 'Police protection (section 46)' },
    { code: 'placement-order', label: 'Placement order for adoption' },
    { code: 'remand-local-authority', label: 'Remand to local authority accommodation' },
    { code: 'remand-youth-detention', label: 'Remand to youth detention accommodation' },
    { code: 'other', label: 'Another' },
  ],
})
