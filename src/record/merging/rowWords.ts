const withCase = 'Go with their cases'

/**
 * What each table holds about a child, in the plural, and what a merge does with it where it does not simply move it. A test
 * compares it with the tables that a merge moves.
 */
export const rowWords: Readonly<Record<string, { title: string; becomes?: string }>> = {
  involvement: {
    title: 'Cases',
    becomes: 'Go to the record that is kept, each with its steps, clocks and workers',
  },
  milestone: { title: 'Steps of cases', becomes: withCase },
  case_worker: { title: 'Parts of workers in cases', becomes: withCase },
  hand_over: { title: 'Cases given to somebody else', becomes: withCase },
  appointment: { title: 'Appointments', becomes: withCase },
  appointment_series: { title: 'Series of appointments', becomes: 'Go with their appointments' },
  group_member: { title: 'Places in groups', becomes: withCase },
  follow_up: { title: 'Follow-ups after a case has ended', becomes: withCase },
  follow_up_check: { title: 'Checks in follow-ups', becomes: withCase },
  follow_up_offence: { title: 'Offences judged in follow-ups', becomes: withCase },
  exit_service: { title: 'Services that help after a case', becomes: withCase },
  feedback_invitation: { title: 'Links for feedback', becomes: withCase },
  feedback: { title: 'Feedback on the work', becomes: withCase },
  assessment: { title: 'Assessments', becomes: withCase },
  assessment_section: { title: 'Parts of assessments', becomes: 'Go with their assessments' },
  assessment_signing: { title: 'Signatures of assessments', becomes: 'Go with their assessments' },
  assessment_result: { title: 'What was worked out in assessments', becomes: 'Goes with the assessments' },
  assessment_comment: { title: 'Comments on assessments and plans', becomes: 'Go with these' },
  forum_item: { title: 'Meetings that discuss the child', becomes: withCase },
  forum_return: { title: 'What agencies brought to meetings', becomes: 'Goes with the meetings' },
  condition: { title: 'What the child agreed to do', becomes: withCase },
  condition_before: { title: 'What was agreed before', becomes: 'Goes with what was agreed' },
  asking_try: { title: 'Tries to ask how it was', becomes: withCase },
  feedback_theme: { title: 'What feedback is about', becomes: 'Goes with the feedback' },
  feedback_whose: { title: 'Who asked whose words these are', becomes: 'Goes with the feedback' },
  plan: { title: 'Plans', becomes: 'Stand side by side; the latest in force holds' },
  plan_writer: { title: 'Who wrote in plans', becomes: 'Goes with the plans' },
  plan_goal: { title: 'Goals of plans', becomes: 'Go with their plans' },
  plan_step: { title: 'Steps of plans', becomes: 'Go with their plans' },
  plan_progress: { title: 'Marks for goals', becomes: 'Go with their goals' },
  plan_contingency: { title: 'What is done if something goes wrong', becomes: 'Goes with the plans' },
  plan_silence: {
    title: 'Why it is not known what those who were harmed wish',
    becomes: 'Goes with the plans',
  },
  plan_signing: { title: 'Signatures of plans', becomes: 'Go with their plans' },
  victim_voice: { title: 'What the child’s side is told of those who were harmed' },
  victim_of: {
    title: 'Those who were harmed',
    becomes: 'Stay behind the wall, beside the record that is kept',
  },
  victim_end_noted: { title: 'Ends of cases, noted by the victim worker', becomes: 'Stay behind the wall' },
  unmet_need: { title: 'Needs that are not met' },
  goal_picture: { title: 'Pictures for goals', becomes: 'Go with their plans' },
  plan_copy: { title: 'Words of the child’s copies of plans', becomes: 'Go with their plans' },
  own_page: { title: 'Pages of their own, of the child and parents' },
  own_page_opening: { title: 'Openings of those pages', becomes: 'Go with their pages' },
  own_message: { title: 'What was said on those pages', becomes: 'Goes with the pages' },
  action: { title: 'Actions' },
  action_progress: { title: 'How actions go', becomes: 'Goes with the actions' },
  significant_event: { title: 'Events that ask for a review' },
  fact_confirmation: { title: 'Facts that were found right' },
  told_by_form: { title: 'What forms say for the record', becomes: 'Go with their forms; the latest holds' },
  note: { title: 'Notes' },
  offence: { title: 'Offences' },
  child_person: {
    title: 'People around the child',
    becomes: 'Stand side by side; end whoever stands there twice',
  },
  child_alert: { title: 'Alerts', becomes: 'All stay open; end what is said twice' },
  child_name: { title: 'Other names and spellings' },
  child_address: { title: 'Addresses' },
  child_education: { title: 'Schools, colleges and work' },
  child_care: { title: 'Care status' },
  sharing_agreement: { title: 'What may be shared' },
  information_shared: { title: 'Information shared' },
  attachment: { title: 'Files' },
  attachment_content: { title: 'What the files hold', becomes: 'Goes with the files' },
  document: { title: 'Documents', becomes: 'Stand side by side' },
  document_version: { title: 'Versions of documents', becomes: 'Go with their documents' },
  document_copy: { title: 'Copies of documents as they were sent', becomes: 'Go with their documents' },
  document_copy_content: { title: 'What those copies hold', becomes: 'Goes with the copies' },
  chronology_mark: { title: 'Marks in the chronology', becomes: 'Go with what they mark' },
  child_pair: {
    title: 'Children said not to be the same',
    becomes: 'Stay said; what was said of both is said once',
  },
  child_restriction: { title: 'Restriction', becomes: 'The result is restricted if either record is' },
  child_access: {
    title: 'Access to a restricted record',
    becomes: 'Only whoever could open both may open the result',
  },
  conflict_of_interest: {
    title: 'Conflicts of interest',
    becomes: 'Whoever must not see one of the two does not see the result',
  },
  transfer: { title: 'Records handed to other services' },
  arrived_transfer: { title: 'Packages from other services' },
  transferred_entry: {
    title: 'Entries of other services',
    becomes: 'Go to the record that is kept, and stay as they came',
  },
  notification: { title: 'Notifications and referrals' },
  referrer_told: {
    title: 'Messages to referrers',
    becomes: 'Go with their cases; nobody is told of the merge',
  },
}

/** What a table holds, in words. */
export function rowTitle(table: string): string {
  return rowWords[table]?.title ?? table
}

/** What becomes of the rows of a table when two records are merged. */
export function rowBecomes(table: string): string {
  return rowWords[table]?.becomes ?? 'Go to the record that is kept'
}
