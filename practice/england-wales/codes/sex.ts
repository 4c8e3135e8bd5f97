import { codeList } from '../../../src/engine/codes/index.ts'

/** A child's sex as the agencies exchange it. */
export const sex = codeList({
  id: 'sex',
  title: 'Sex',
  source: 'ISO/IEC 5218, believed to be the list that the agencies exchange',
  unverified: true,
  file: 'practice/england-wales/codes/sex.ts',
  entries: [
    { code: '0', label: 'Not known' },
    { code: '1', label: 'Male', also: ['M'] },
    { code: '2', label: 'Female', also: ['F'] },
    { code: '9', label: 'Not specified' },
  ],
})
