import { codeList } from '../../../src/engine/codes/index.ts'
import { from } from '../../../src/kernel/period.ts'

/**
 * What the police may record as the outcome of a crime for which a child is responsible. Charge is
 * outcome 1, a youth caution outcome 2.
 */
export const policeOutcomes = codeList({
  id: 'police-outcomes',
  title: 'Police outcomes for children',
  source:
    'Youth Justice Legal Centre, legal updates on deferred prosecution and Outcome 22; National Police Chiefs’ Council guidance on Outcome 22; Centre for Justice Innovation, Beyond admission',
  file: 'practice/england-wales/codes/policeOutcomes.ts',
  entries: [
    { code: '1', label: 'Charge or summons', unverified: true },
    { code: '2', label: 'Youth caution', note: 'The child must admit the offence.' },
    {
      code: '2A',
      label: 'Youth conditional caution',
      unverified: true,
      note: 'The child must admit the offence.',
    },
    { code: '4', label: 'Taken into consideration', unverified: true },
    {
      code: '8',
      label: 'Community resolution',
      note: 'The child must admit the offence or accept responsibility for it.',
    },
    { code: '9', label: 'Not in the public interest: Crown Prosecution Service', unverified: true },
    { code: '10', label: 'Not in the public interest: police', unverified: true },
    { code: '11', label: 'Child below the age of criminal responsibility', unverified: true },
    { code: '20', label: 'Action to be taken by another body or agency', unverified: true },
    {
      code: '21',
      label: 'Further investigation not in the public interest: police',
      unverified: true,
    },
    {
      code: '22',
      label: 'Diversionary, educational or intervention activity done; no further action',
      inForce: from('2019-04-01'),
      note: 'No admission is needed. Recorded only once the activity is completed.',
    },
    {
      code: '23',
      label: 'Deferred prosecution for children',
      inForce: from('2026-02-01'),
      note: 'No admission is needed. Conditions kept: no further action. Not kept: the decision to prosecute stands. In force since February 2026; the day of the month has not been read.',
    },
  ],
})
