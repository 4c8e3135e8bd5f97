export {
  checkFeedbackForm,
  type FeedbackForm,
  type FeedbackFrom,
  feedbackForm,
  formFrom,
  formFromOutside,
  type HelpNow,
  type OutsideForm,
} from './feedbackForm.ts'
