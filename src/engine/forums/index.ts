export { type Cadence, type MeetingDay, meetingDays, type Weekday, writeCadence } from './cadence.ts'
export { checkForum } from './checkForum.ts'
export {
  type AgendaKind,
  agendaKinds,
  type Brings,
  bringing,
  type Decision,
  type Forum,
  findDecision,
  findSeat,
  forum,
  type PackPart,
  packParts,
  type Seat,
  type SetsInMotion,
} from './forum.ts'
export { type Presence, presences, presenceWords, type Quorum, quorumOf, writeShortfall } from './quorum.ts'
