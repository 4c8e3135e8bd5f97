/** Forms that reach the service from outside, by name. */
export const forms = [
  {
    id: 'yot1',
    title: 'YOT1: police notification of a community resolution',
    source: 'Youth Justice Plan 2022/23, paragraph 85',
    file: 'practice/milton-keynes/forms.ts',
  },
  {
    id: 'esp-referral',
    title: 'Referral to the Early Support Project',
    source: 'Youth Justice Plan 2022/23, paragraphs 83 and 84',
    file: 'practice/milton-keynes/forms.ts',
  },
] as const
