export {
  countMessages,
  findMessage,
  type Message,
  type MessageSummary,
  recordReading,
} from './messageQueries.ts'
export { type NewMessage, queueMessage, sendLater } from './queueMessage.ts'
export { resumeMessages } from './resumeMessages.ts'
export { emptyMessages, sendMessages } from './sendMessages.ts'
