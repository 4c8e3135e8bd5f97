/** What each table holds about a child, in the plural, and what a merge does with it where it does not simply move it. */
const words: Readonly<Record<string, { title: string; becomes?: string }>> = {
  involvement: {
    title: 'Cases',
    becomes: 'Go to the record that is kept, each with its steps, clocks and workers',
  },
  milestone: { title: 'Steps of cases', becomes: 'Go with their cases' },
  case_worker: { title: 'Parts of workers in cases', becomes: 'Go with their cases' },
  appointment: { title: 'Appointments' },
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

/** What a table holds, in words; of a table that nobody has named here, its name. */
export function rowTitle(table: string): string {
  const plain = table.replace(/^child_/, '').replaceAll('_', ' ')
  return words[table]?.title ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** What becomes of the rows of a table when two records are merged. */
export function rowBecomes(table: string): string {
  return words[table]?.becomes ?? 'Go to the record that is kept'
}
