import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { alertWords } from './alerts.ts'
import { codeLabel, codeWords } from './codes.ts'
import type { HistoryEvent } from './historyQueries.ts'
import { nameKindWords } from './nameQueries.ts'

/** A field that changed, in words. */
export type FieldChange = { field: string; before: string; after: string }

/** What a row of each table is, in words: of every table about a child that the audit follows, as a test says. */
export const things: Readonly<Record<string, string>> = {
  child: 'Details',
  child_name: 'Another name',
  child_pair: 'Said not to be the same child as another',
  record_merge: 'Merge with another record',
  child_person: 'Somebody around the child',
  child_address: 'Address',
  child_education: 'School, college or work',
  child_care: 'Care status',
  sharing_agreement: 'What may be shared',
  information_shared: 'Information shared',
  attachment: 'File',
  chronology_mark: 'Mark in the chronology',
  child_alert: 'Alert',
  child_restriction: 'Restriction',
  child_access: 'Access to the restricted record',
  conflict_of_interest: 'Conflict of interest',
  involvement: 'Case',
  milestone: 'Step of a case',
  case_worker: 'Part in a case',
  hand_over: 'Case given to a worker',
  offence: 'Offence',
  notification: 'Notification or referral',
  referrer_told: 'Message to the referrer',
  appointment: 'Appointment',
  appointment_series: 'Series of appointments',
  group_member: 'Part in a group',
  forum_item: 'Discussed at a meeting',
  forum_return: 'What an agency brought to a meeting',
  assessment: 'Assessment',
  assessment_section: 'Part of an assessment',
  assessment_signing: 'Signature of an assessment',
  assessment_result: 'Value worked out in an assessment',
  assessment_comment: 'Comment on an assessment or a plan',
  plan: 'Plan',
  plan_writer: 'Who wrote in a plan',
  plan_goal: 'Goal',
  plan_step: 'Step of a plan',
  plan_progress: 'Mark on the way to a goal',
  plan_contingency: 'What is done if something goes wrong',
  plan_silence: 'Why it is not known what somebody wishes who was harmed',
  plan_signing: 'Signature of a plan',
  goal_picture: 'Picture for a goal',
  plan_copy: 'Words of the child’s copy of a plan',
  own_page: 'Page of their own',
  own_page_opening: 'Opening of a page of their own',
  own_message: 'What was said on a page of their own',
  document: 'Document',
  document_version: 'Version of a document',
  document_copy: 'Copy of a document as it was sent',
  unmet_need: 'Need that is not met',
  victim_voice: 'What somebody who was harmed wishes',
  victim_of: 'Somebody who was harmed',
  victim_end_noted: 'End of a case, noted by the victim worker',
  condition: 'What the child agreed to do',
  condition_before: 'What was agreed before',
  asking_try: 'Try to ask how it was',
  feedback_theme: 'What feedback is about',
  feedback_whose: 'Whose words of feedback these are',
  action: 'Action',
  action_progress: 'What became of an action',
  significant_event: 'Event that asks for a review',
  fact_confirmation: 'What the record says, found right',
  told_by_form: 'What a form says for the record',
  note: 'Note',
  follow_up: 'Follow-up',
  follow_up_check: 'Check in a follow-up',
  follow_up_offence: 'What an offence in a follow-up is',
  exit_service: 'Who helps from here',
  feedback_invitation: 'Link for feedback',
  feedback: 'Feedback',
  transfer: 'Record handed to another service',
  arrived_transfer: 'Package from another service',
  transferred_entry: 'Entry of another service',
}

/** Columns whose name is not their words. */
const fields: Readonly<Record<string, string>> = {
  lives_there: 'Who lives there',
  confidential_from: 'Confidential from',
  worker: 'Social worker or lead',
  worker_contact: 'How to reach them',
  disability_words: 'Disability, in their words',
  what_helps: 'What helps',
  interpreter_note: 'What interpreter',
  barred_reason: 'Why they must not be contacted',
  best_way: 'Best way and time',
  has_health: 'About health',
  has_third_party: 'Not to be given to the child',
  way: 'How it was shared',
  bytes: 'Size in bytes',
  sha256: 'SHA-256',
  scan: 'Virus scan',
  scan_words: 'What the scanner said',
  added_by: 'Added by',
  removed_by: 'Removed by',
  removed_at: 'Removed',
  shared_by: 'Shared by',
  shared_at: 'When',
  withdrawn_by: 'Withdrawn by',
  withdrawn_on: 'Withdrawn on',
  marked_by: 'Marked by',
  mistaken_reason: 'Why it was recorded by mistake',
  said_as: 'How the name is said',
  birth_date: 'Date of birth',
  birth_date_basis: 'How sure the date of birth is',
  needs_interpreter: 'Interpreter needed',
  how_to_talk: 'How to talk with this child',
  has_no_fixed_address: 'No fixed address',
  has_parental_responsibility: 'Parental responsibility',
  must_not_be_contacted: 'Must not be contacted',
  holder_id: 'Holder',
  from_user: 'From',
  to_user: 'To',
  given_at: 'When',
  read_at: 'Read',
  user_id: 'Person',
  with_user: 'With',
  written_by: 'Written by',
  raised_by: 'Raised by',
  restricted_by: 'Restricted by',
  reviewed_by: 'Reviewed by',
  recorded_by: 'Recorded by',
  broke_glass: 'Broke the glass',
  route_in: 'Way in',
  reason_is_acceptable: 'Reason is acceptable',
  happened_at: 'When it happened',
  starts_at: 'When',
  committed_on: 'When it happened',
  changed_by: 'How the name was changed',
  gone_name: 'Name in the other record',
  gone_reference: 'Reference of the other record',
  merged_by: 'Merged by',
  unmerged_by: 'Taken back by',
  unmerged_because: 'Why it was taken back',
  fetched_by: 'Fetched by',
  reason_judged_by: 'Who said whether the reason is acceptable',
  meets_at: 'Meeting point',
  way_is_safe: 'Way and place are safe',
  missed_code: 'Kind of reason',
  planned_by: 'Planned by',
  told_by: 'Told by',
  told_at: 'When',
  to_address: 'Sent to',
  telling: 'What was told',
  from_on: 'From',
  until_on: 'Until',
  proof_until: 'Proof may come until',
  made_by: 'Made by',
  danger: 'Could somebody be in danger',
  done_words: 'What was done',
  began_on: 'Began on',
}

/** Columns by their names, or by patterns of them, one beside the other. */
const named = (names: string) => new RegExp(`^(${names.trim().split(/\s+/).join('|')})$`)

/** Columns that only the program needs. */
const silent = named(`
  service_id version folded_name whole_names folded_reference phone_figures child_id added_at folded_names form
  details answers recorded_at words token_hash series_id session_id place_id group_id every_weeks weekdays
  skips_bank_holidays corrected_\\w+ children transaction (first|last)_event(_apart)? is_merged_away
  sensitive_through made_by_form same_as
`)
/** Columns that hold one of a few words: `home-visit` is read as “Home visit”. */
const choices = named(`
  verdict result way began child_agrees kind changed_by state travel way_is_safe reached comes_next
  stage step pathway route_in part ending telling birth_date_basis basis sensitivity scan disability
`)
const people = /^(holder_id|user_id|with_user|from_user|to_user|(?!changed_by|agreed_by|withdrawn_by)\w+_by)$/

type Context = { names: ReadonlyMap<string, string>; today: Temporal.PlainDate }

/** What an event was, in a line: “Details changed”. */
export function eventWords({ action, tableName, purpose }: HistoryEvent): string {
  const thing = things[tableName ?? ''] ?? tableName ?? ''
  switch (action) {
    case 'insert':
      return `${thing}: added`
    case 'update':
      return `${thing}: changed`
    case 'delete':
      return `${thing}: removed`
    case 'view':
    case 'event':
      return purpose ?? 'Looked at the record'
  }
}

/** The fields that an event changed, each before and after, in words. */
export function changesOf({ tableName, before, after }: HistoryEvent, context: Context): FieldChange[] {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const plain = columns
    .filter(column => !silent.test(column) && (people.test(column) || !column.endsWith('_id')))
    .map(column => ({
      field: fieldWords(column),
      before: valueWords(tableName, column, before?.[column], context),
      after: valueWords(tableName, column, after?.[column], context),
    }))
  return [...plain, ...changedWords(before?.words, after?.words)].filter(
    change => change.before !== change.after,
  )
}

/** What was said in a step, question by question: as it was read before, and after. */
function changedWords(before: string | null | undefined, after: string | null | undefined): FieldChange[] {
  const [was, is] = [saidIn(before), saidIn(after)]
  const questions = [...new Set([...was.keys(), ...is.keys()])]
  return questions.map(field => ({ field, before: was.get(field) ?? '', after: is.get(field) ?? '' }))
}

function saidIn(words: string | null | undefined): Map<string, string> {
  const { said } = JSON.parse(words ?? '{}') as { said?: { question: string; answer: string }[] }
  return new Map((said ?? []).map(({ question, answer }) => [question, shortened(answer)]))
}

function shortened(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}

function fieldWords(column: string): string {
  const plain = column.replace(/_(at|on)$/, '').replaceAll('_', ' ')
  return fields[column] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

function valueWords(
  table: string | null,
  column: string,
  value: string | null | undefined,
  { names, today }: Context,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (value === 'true') return 'Yes'
  if (value === 'false') return 'No'
  if (people.test(column)) return names.get(value) ?? value
  if (table === 'child' && (column === 'sex' || column === 'ethnicity'))
    return codeWords(column, value, today)
  if (table === 'child_care' && column === 'status') return codeWords('care-status', value, today)
  if (table === 'child_care' && column === 'legal_basis') return codeWords('care-legal-basis', value, today)
  if (column === 'missed_code') return codeLabel('missed-reason', value, today)
  if (column === 'basis') return codeWords('sharing-basis', value, today)
  if (table === 'child_alert' && column === 'kind') return alertWords(value).label
  if (table === 'child_name' && isNameKind(value)) return nameKindWords[value]
  if (column === 'pathway') return findPathway(practiceInUse(), value)?.title ?? value
  if (choices.test(column)) return value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' ')
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return writeMoment(Temporal.Instant.from(value), ukZone)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return writeDate(Temporal.PlainDate.from(value))
  return value.length === 400 ? `${value}…` : value
}

function isNameKind(value: string): value is keyof typeof nameKindWords {
  return Object.hasOwn(nameKindWords, value)
}
