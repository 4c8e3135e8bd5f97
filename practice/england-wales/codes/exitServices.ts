import { codeList } from '../../../src/engine/codes/index.ts'

/** Who goes on helping a child once the work has ended. */
export const exitServices = codeList({
  id: 'exit-services',
  title: 'Who helps from here',
  source:
    'The program’s own list, after the services that come up in exit plans; no return or guidance asks for it.',
  unverified: true,
  file: 'practice/england-wales/codes/exitServices.ts',
  entries: [
    { code: 'school', label: 'School, college or training' },
    { code: 'early-help', label: 'Early help for families' },
    { code: 'social-care', label: 'Children’s social care' },
    { code: 'mental-health', label: 'Child and adolescent mental health services' },
    { code: 'health', label: 'Other health service' },
    { code: 'substance-use', label: 'Young people’s drug and alcohol service' },
    { code: 'speech-language', label: 'Speech and language therapy' },
    { code: 'mentoring', label: 'Mentoring or youth work' },
    { code: 'activities', label: 'Sport, arts or other activities' },
    { code: 'work', label: 'Work or careers advice' },
    { code: 'housing', label: 'Housing' },
    { code: 'parenting', label: 'Help for parents' },
    { code: 'youth-justice', label: 'Another youth justice service' },
    { code: 'adult-services', label: 'Adult services, or probation' },
    { code: 'person', label: 'Somebody the child trusts' },
    { code: 'other', label: 'Something else' },
  ],
})
