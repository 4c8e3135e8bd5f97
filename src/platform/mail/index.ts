export {
  countMessages,
  findMessage,
  listMessages,
  type Message,
  type MessageSummary,
  mostMessages,
  recordReading,
} from './messageQueries.ts'
export { type NewMessage, queueMessage, sendLater } from './queueMessage.ts'
export { emptyMessages, sendMessages } from './sendMessages.ts'
