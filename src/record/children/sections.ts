import type { Permission } from '../../platform/access/index.ts'
import type { Path } from '../../platform/http/index.ts'
import {
  assessmentsPath,
  casesPath,
  childPath,
  chronologyPath,
  contactsPath,
  detailsPath,
  documentsPath,
  filesPath,
  historyPath,
  meetingsPath,
  notesPath,
  offencesPath,
  peoplePath,
  planPath,
  safetyPath,
  sharingPath,
} from './paths.ts'

type SectionWords = {
  readonly title: string
  readonly path: Path<`/children/:childId${string}`>
  readonly permission: Permission
}

/** The sections of a child's record, in the order in which they stand beside every page about the child. */
export const sections = {
  now: { title: 'Now', path: childPath, permission: 'child.see' },
  plan: { title: 'Plan', path: planPath, permission: 'plans.see' },
  assessments: { title: 'Assessments', path: assessmentsPath, permission: 'assessments.see' },
  people: { title: 'People', path: peoplePath, permission: 'child.see' },
  contacts: { title: 'Contacts', path: contactsPath, permission: 'contacts.see' },
  notes: { title: 'Notes', path: notesPath, permission: 'notes.see' },
  files: { title: 'Files', path: filesPath, permission: 'files.see' },
  documents: { title: 'Documents', path: documentsPath, permission: 'documents.see' },
  cases: { title: 'Cases', path: casesPath, permission: 'child.see' },
  meetings: { title: 'Panels', path: meetingsPath, permission: 'forums.ofChild' },
  offences: { title: 'Offences', path: offencesPath, permission: 'child.see' },
  chronology: { title: 'Chronology', path: chronologyPath, permission: 'child.see' },
  details: { title: 'Details', path: detailsPath, permission: 'child.see' },
  sharing: { title: 'Consent and sharing', path: sharingPath, permission: 'child.see' },
  safety: { title: 'Safety and access', path: safetyPath, permission: 'child.see' },
  history: { title: 'History', path: historyPath, permission: 'child.history' },
} as const satisfies Readonly<Record<string, SectionWords>>

/** A section of a child's record. */
export type Section = keyof typeof sections
