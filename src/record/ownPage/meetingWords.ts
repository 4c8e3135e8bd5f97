import type { Appointment } from '../appointments/index.ts'
import type { Whose } from './ownPage.ts'

/** The kinds of appointment as a child, and as a parent, reads them. A kind that is not here is a meeting. */
const kinds: Readonly<Record<string, Record<Whose, string>>> = {
  'home-visit': { child: 'We come to your home.', parent: 'We come to your child’s home.' },
  office: { child: 'You come to us.', parent: 'Your child comes to us.' },
  school: { child: 'We meet at your school.', parent: 'We meet at school.' },
  telephone: { child: 'We ring you.', parent: 'We ring.' },
  video: { child: 'We talk by video.', parent: 'We talk by video.' },
  reparation: { child: 'Your project.', parent: 'Your child’s project.' },
  review: { child: 'We talk about your plan.', parent: 'We talk about the plan.' },
  group: { child: 'Your group.', parent: 'Your child’s group.' },
}
const anyMeeting: Record<Whose, string> = { child: 'We meet.', parent: 'We meet your child.' }

/** What an appointment is, in a short sentence. */
export function meetingWords({ kind }: Pick<Appointment, 'kind'>, whose: Whose): string {
  return (kinds[kind] ?? anyMeeting)[whose]
}

/**
 * How the child gets there, where we see to it; undefined where they make their own way. From where is not said: it may be where
 * the child lives.
 */
export function travelWords({ travel }: Pick<Appointment, 'travel'>): string | undefined {
  if (travel === 'fetched') return 'We pick you up. Your worker tells you where.'
  return travel === 'taxi' ? 'A taxi picks you up. Your worker tells you where.' : undefined
}
