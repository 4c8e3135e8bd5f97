export { type Cadence, type MeetingDay, meetingDays, type Weekday, writeCadence } from './cadence.ts'
export { checkForum } from './checkForum.ts'
export {
  type AgendaKind,
  type Brings,
  bringing,
  type Decision,
  decisionsOn,
  type Forum,
  findDecision,
  findSeat,
  forum,
  type PackPart,
  type Seat,
  type SetsInMotion,
} from './forum.ts'
export { type Presence, presences, presenceWords, type Quorum, quorumOf, writeShortfall } from './quorum.ts'
