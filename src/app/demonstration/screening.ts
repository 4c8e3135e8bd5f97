/** What a first picture holds that has nothing to worry about. */
export const screening = {
  'asked-of': ['child', 'parent', 'school'],
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'danger-now': 'no',
}
