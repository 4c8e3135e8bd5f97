import { codeList } from '../../src/engine/codes/index.ts'

/** What words of children, parents and partners are about. */
export const feedbackThemes = codeList({
  id: 'feedback-theme',
  title: 'Themes of feedback',
  source: 'The service’s own list. No national list was found.',
  unverified: true,
  file: 'practice/milton-keynes/feedbackThemes.ts',
  entries: [
    { code: 'listened', label: 'Being listened to' },
    { code: 'worker', label: 'The worker' },
    { code: 'fair', label: 'Being treated fairly' },
    { code: 'told', label: 'Knowing what happens and why' },
    { code: 'time-place', label: 'Times and places' },
    { code: 'help', label: 'What helped' },
    { code: 'waiting', label: 'Waiting' },
    { code: 'after', label: 'What comes afterwards' },
    { code: 'other', label: 'Something else' },
  ],
})
