import { type CodeEntry, codeList } from '../../../src/engine/codes/index.ts'

/** Whether a result ends the case, puts it off, or goes beside another result. */
type CourtResult = CodeEntry & { readonly effect: 'final' | 'interim' | 'ancillary' }

/** The results of court hearings that concern children, by the code the courts send. */
export const courtResults = codeList({
  id: 'court-results',
  title: 'Court results for children',
  source: 'Ministry of Justice, bichard7-next-data, commit 6b2cf0a4, result-code.json (MIT licence)',
  file: 'practice/england-wales/codes/courtResults.ts',
  entries: [
    { code: '1022', label: 'Youth Custody', effect: 'final' },
    { code: '1024', label: 'Young Offenders Institution', effect: 'final' },
    { code: '1081', label: 'Detention and Training Order', effect: 'final' },
    { code: '1083', label: 'Reparation Order', effect: 'final' },
    { code: '1085', label: 'Parenting Order', effect: 'ancillary' },
    { code: '1090', label: 'Supervision Order (Young Offenders)', effect: 'final' },
    { code: '1097', label: 'Referral Order', effect: 'final' },
    { code: '1141', label: 'Youth Rehabilitation Order', effect: 'final' },
    {
      code: '1142',
      label: 'Youth Rehabilitation Order Intensive Supervision & Surveillance',
      effect: 'final',
    },
    { code: '1143', label: 'Youth Rehabilitation Order with Fostering', effect: 'final' },
    { code: '3164', label: 'Youth to be Monitored', effect: 'final' },
    { code: '4024', label: 'Remittal to Youth Court Adjournment', effect: 'interim' },
    { code: '4029', label: 'Remand In Local Authority Accommodation', effect: 'interim' },
    {
      code: '4030',
      label: 'Remand In Secure Local Authority Accommodation With Bail Direction',
      effect: 'interim',
    },
    { code: '4031', label: 'Remittal To Youth Court Conditional Bail', effect: 'interim' },
    { code: '4032', label: 'Remittal To Youth Court In Custody', effect: 'interim' },
    { code: '4033', label: 'Remittal To Youth Court – Local Authority Accommodation', effect: 'interim' },
    {
      code: '4034',
      label: 'Remittal To Youth Court In Secure Local Authority Accommodation',
      effect: 'interim',
    },
    { code: '4035', label: 'Remittal To Youth Court Unconditional Bail', effect: 'interim' },
    {
      code: '4054',
      label: 'Committed to Crown Court for Sentence in Youth Detention Accommodation',
      effect: 'interim',
    },
    {
      code: '4055',
      label: 'Remanded in Youth Detention Accommodation with bail direction',
      effect: 'interim',
    },
    { code: '4056', label: 'Remitted to Youth Court in Youth Detention Accommodation', effect: 'interim' },
    {
      code: '4057',
      label: 'Commit/Transfer/Send for Trial to CC in Youth Detention Accommodation',
      effect: 'interim',
    },
    { code: '4058', label: 'Remanded in Youth Detention Accommodation', effect: 'interim' },
    { code: '4066', label: 'Remit to Youth Court for Sentence - Cont Bail', effect: 'final' },
    { code: '4537', label: 'Remand in Local Authority Accommodation (Bail Refused)', effect: 'interim' },
    { code: '4538', label: 'Remand in Local Authority Accommodation with Bail Direction', effect: 'interim' },
    { code: '4539', label: 'Remand in Secure Local Authority Accommodation', effect: 'interim' },
    { code: '4548', label: 'Remittal to Youth Court Conditional Bail', effect: 'interim' },
    { code: '4549', label: 'Remittal to Youth Court in Custody', effect: 'interim' },
    { code: '4550', label: 'Remittal to Youth Court in Local Authority Accommodation', effect: 'interim' },
    {
      code: '4551',
      label: 'Remittal to Youth Court in Secure Local Authority Accommodation',
      effect: 'interim',
    },
    { code: '4552', label: 'Remittal to Youth Court Unconditional Bail', effect: 'interim' },
    {
      code: '4562',
      label: 'Commit/Transfer/Send to Crown Court for Trial in Local Authority Accommodation',
      effect: 'interim',
    },
    {
      code: '4563',
      label: 'Commit/Transfer/Send to Crown Court for Trial in Secure Local Authority Accommodation',
      effect: 'interim',
    },
  ] satisfies readonly CourtResult[],
})
