export {
  checkFeedbackForm,
  type FeedbackForm,
  type FeedbackFrom,
  feedbackForm,
  type HelpNow,
} from './feedbackForm.ts'
