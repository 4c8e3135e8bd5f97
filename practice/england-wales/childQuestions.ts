import { yesNo } from '../../src/engine/forms/index.ts'

/** Who a child is, as every form by which children arrive asks it. Names stand in the script in which they came. */
export const childQuestions = {
  'first-name': { kind: 'text', label: 'First name', isName: true, maxLength: 100 },
  'family-name': {
    kind: 'text',
    label: 'Family name',
    required: 'Enter the family name',
    isName: true,
    maxLength: 100,
  },
  'other-names': {
    kind: 'text',
    label: 'Other names the child uses',
    hint: 'Whole names, with a semicolon between them',
    isName: true,
    maxLength: 300,
    width: 'full',
  },
  'date-of-birth': {
    kind: 'date',
    known: true,
    label: 'Date of birth',
    hint: 'Leave it empty if only the year or the age is known, and say so below',
    notAfterToday: 'Date of birth: the day cannot be in the future',
    earliest: { date: '1990-01-01', message: 'Date of birth: the year must be 1990 or later' },
  },
  'date-of-birth-basis': {
    kind: 'choice',
    label: 'How sure is the date of birth?',
    hint: 'Leave it empty if it is known, or if nothing is known of it',
    options: [
      { value: 'known', label: 'Known' },
      { value: 'estimated', label: 'Estimated' },
      { value: 'year', label: 'Only the year is known' },
      { value: 'age', label: 'Only the age is known' },
    ],
  },
  'year-of-birth': {
    kind: 'number',
    label: 'Year of birth',
    hint: 'Kept as an estimate: the middle of that year',
    appliesWhen: { field: 'date-of-birth-basis', is: ['year'] },
    required: 'Enter the year of birth',
    min: 1990,
    max: 2100,
  },
  age: {
    kind: 'number',
    label: 'Age in years, when this was received',
    hint: 'Kept as an estimate of the date of birth',
    appliesWhen: { field: 'date-of-birth-basis', is: ['age'] },
    required: 'Enter the age in years',
    min: 1,
    max: 25,
  },
  sex: { kind: 'code', label: 'Sex', as: 'select', list: 'sex' },
  ethnicity: {
    kind: 'code',
    label: 'Ethnicity, as the child describes it',
    as: 'select',
    list: 'ethnicity',
  },
  language: { kind: 'text', label: 'First language', maxLength: 60, width: 'medium' },
  'needs-interpreter': { kind: 'choice', label: 'Is an interpreter needed?', options: yesNo },
  address: {
    kind: 'text',
    label: 'Address',
    hint: 'Write “no fixed address” if there is none',
    maxLength: 300,
  },
  postcode: {
    kind: 'text',
    label: 'Postcode',
    maxLength: 10,
    width: 'short',
    pattern: {
      test: /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/,
      message: 'Postcode: enter a full postcode, like MK9 3AA, or leave it empty',
    },
  },
  phone: { kind: 'text', label: 'Phone', maxLength: 30, inputmode: 'tel', width: 'medium' },
  school: { kind: 'text', label: 'School or college', maxLength: 150 },
  'parent-name': { kind: 'text', label: 'Parent or carer', isName: true, maxLength: 150 },
  'parent-phone': {
    kind: 'text',
    label: 'Parent or carer’s phone',
    maxLength: 30,
    inputmode: 'tel',
    width: 'medium',
  },
} as const

/** What these questions say. */
export const childQuestionsSay = {
  'given-name': 'first-name',
  'family-name': 'family-name',
  'other-names': 'other-names',
  'birth-date': 'date-of-birth',
  'birth-date-basis': 'date-of-birth-basis',
  'birth-year': 'year-of-birth',
  age: 'age',
  sex: 'sex',
  ethnicity: 'ethnicity',
  language: 'language',
  interpreter: 'needs-interpreter',
  address: 'address',
  postcode: 'postcode',
  phone: 'phone',
  school: 'school',
  'parent-name': 'parent-name',
  'parent-phone': 'parent-phone',
} as const

/** The day on which it was sent, which every form asks in its own words. */
export const received = {
  kind: 'date',
  label: 'Received on',
  earliest: { date: '2000-01-01', message: 'Received on: the day must be after 1 January 2000' },
  notAfterToday: 'Received on: the day cannot be in the future',
} as const
