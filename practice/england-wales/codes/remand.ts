import { codeList } from '../../../src/engine/codes/index.ts'

/** Where a person stands between hearings. */
export const personRemandStatus = codeList({
  id: 'person-remand-status',
  title: 'Remand status of a person',
  source: 'CJS Data Standards Catalogue 6, item 3.100',
  file: 'practice/england-wales/codes/remand.ts',
  entries: [
    { code: 'CB', label: 'Conditional Bail' },
    { code: 'HO', label: 'Custody (hospital)' },
    { code: 'LA', label: 'Care' },
    { code: 'NA', label: 'Not Applicable' },
    { code: 'PC', label: 'Police and/or HM Customs Detention' },
    { code: 'PR', label: 'Custody' },
    { code: 'SA', label: 'Secure Care' },
    { code: 'UB', label: 'Unconditional Bail' },
  ],
})

/** How a person was remanded for one offence. */
export const offenceRemandStatus = codeList({
  id: 'offence-remand-status',
  title: 'Remand status for an offence',
  source: 'CJS Data Standards Catalogue 6, item 3.82',
  file: 'practice/england-wales/codes/remand.ts',
  entries: [
    { code: 'S', label: 'Remanded to youth detention accommodation' },
    { code: 'C', label: 'Custody or remanded into custody' },
    { code: 'L', label: 'Remanded into care of Local Authority' },
    { code: 'R', label: 'Re-arrested after release on bail' },
    { code: 'P', label: 'Conditional bail with pre-release conditions' },
    { code: 'B', label: 'Conditional bail' },
    { code: 'U', label: 'Unconditional bail' },
  ],
})

/** The kinds of remand that the published statistics count. Our own codes; the labels are the published ones. */
export const remandTypes = codeList({
  id: 'remand-types',
  title: 'Kinds of bail and remand',
  source:
    'Labels of the Youth Justice Statistics tables on remand, read through a public script; may be incomplete',
  unverified: true,
  file: 'practice/england-wales/codes/remand.ts',
  entries: [
    { code: 'unconditional-bail', label: 'Unconditional Bail' },
    { code: 'conditional-bail', label: 'Conditional Bail' },
    { code: 'bail-supervision-and-support', label: 'Bail Supervision and Support' },
    { code: 'iss-bail', label: 'ISS Bail' },
    { code: 'remand-to-local-authority-accommodation', label: 'Remand to Local Authority Accommodation' },
    { code: 'remand-to-youth-detention-accommodation', label: 'Remand to Youth Detention Accommodation' },
  ],
})
