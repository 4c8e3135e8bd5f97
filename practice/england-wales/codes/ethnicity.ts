import { codeList } from '../../../src/engine/codes/index.ts'

/**
 * How a child describes their own ethnicity: 18 groups, and not stated. The census of 2021 adds White
 * Roma, which this standard does not have.
 */
export const ethnicity = codeList({
  id: 'ethnicity',
  title: 'Ethnicity, as the child describes it (18+1)',
  source:
    'CJS Data Standards Catalogue 6, item 3.37, version 5, approved 1 March 2018; the name of the larger group before each label follows from the letter of its code',
  file: 'practice/england-wales/codes/ethnicity.ts',
  entries: [
    { code: 'W1', label: 'White - British' },
    { code: 'W2', label: 'White - Irish' },
    { code: 'W3', label: 'White - Gypsy or Irish Traveller' },
    { code: 'W9', label: 'White - Any other White background' },
    { code: 'M1', label: 'Mixed - White and Black Caribbean' },
    { code: 'M2', label: 'Mixed - White and Black African' },
    { code: 'M3', label: 'Mixed - White and Asian' },
    { code: 'M9', label: 'Mixed - Any other Mixed background' },
    { code: 'A1', label: 'Asian - Indian' },
    { code: 'A2', label: 'Asian - Pakistani' },
    { code: 'A3', label: 'Asian - Bangladeshi' },
    { code: 'A4', label: 'Asian - Chinese' },
    { code: 'A9', label: 'Asian - Any other Asian background' },
    { code: 'B1', label: 'Black - Caribbean' },
    { code: 'B2', label: 'Black - African' },
    { code: 'B9', label: 'Black - Any other Black background' },
    { code: 'O2', label: 'Other - Arab' },
    { code: 'O9', label: 'Any other ethnic group' },
    { code: 'NS', label: 'Not stated' },
  ],
})

/** How an officer saw the child's appearance: never a substitute for asking. */
export const observedAppearance = codeList({
  id: 'observed-appearance',
  title: 'Appearance, as an officer saw it (6+1)',
  source: 'CJS Data Standards Catalogue 6, item 3.36',
  file: 'practice/england-wales/codes/ethnicity.ts',
  entries: [
    { code: '0', label: 'Not recorded/not known' },
    { code: '1', label: 'White - North European' },
    { code: '2', label: 'White - South European' },
    { code: '3', label: 'Black' },
    { code: '4', label: 'Asian' },
    { code: '5', label: 'Chinese, Japanese or any other South East Asian' },
    { code: '6', label: 'Arabic or North African' },
  ],
})
