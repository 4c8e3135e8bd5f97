import type { Brings } from '../../../src/engine/forums/index.ts'
import { chosen, noted, told, when } from '../pieces/questions.ts'

/**
 * What each agency brings about a child, strengths before worries where it can know any. The questions are ours: what each agency
 * shares is agreed locally.
 */

const early = 2

export const policeBring: Brings = {
  title: 'From the police',
  workingDaysBefore: early,
  asks: {
    offence: told('What happened?', 'Say what happened, or that there is no offence'),
    admitted: chosen('Has the child said that they did it?', 'Choose what the child has said', {
      yes: 'Yes',
      partly: 'In part',
      no: 'No',
      'not-asked': 'Not asked, or made no comment',
      'no-offence': 'There is no offence',
    }),
    before: noted('What have the police known before?', {
      hint: 'Offences, outcomes, and times when the child was harmed or missing.',
    }),
    intelligence: noted('What else may be shared?', {
      hint: 'Only what everybody at the table may know. Leave out where it comes from.',
    }),
    bail: { kind: 'date', label: 'Until when is the child on bail?' },
  },
}

export const socialCareBring: Brings = {
  title: 'From children’s social care',
  workingDaysBefore: early,
  asks: {
    status: chosen(
      'How does social care work with the child now?',
      'Choose how social care works with the child',
      {
        none: 'Not at all',
        'early-help': 'Early help',
        'in-need': 'Child in need',
        protection: 'Child protection plan',
        'looked-after': 'Looked after',
        leaving: 'Leaving care',
      },
    ),
    worker: {
      kind: 'text',
      label: 'Who is the social worker?',
      ...when('status', 'early-help', 'in-need', 'protection', 'looked-after', 'leaving'),
    },
    ever: noted('What was there before?'),
    well: noted('What goes well at home, and who helps?'),
    safe: noted('What makes the child unsafe?'),
  },
}

export const healthBring: Brings = {
  title: 'From health, and liaison and diversion',
  workingDaysBefore: early,
  asks: {
    known: chosen(
      'Is the child known to health services beyond a doctor?',
      'Choose whether the child is known',
      {
        yes: 'Yes',
        waiting: 'Waiting to be seen',
        no: 'No',
      },
    ),
    needs: noted('What should everybody know of the child’s health and mind?', {
      hint: 'Only what bears on the decision, and may be shared.',
    }),
    speech: noted('How does the child understand and speak best?'),
    offer: noted('What can you offer?'),
  },
}

export const educationBring: Brings = {
  title: 'From education',
  workingDaysBefore: early,
  asks: {
    school: { kind: 'text', label: 'Where does the child learn?' },
    hours: { kind: 'number', label: 'How many hours a week are offered?', min: 0, max: 60, decimals: true },
    attended: {
      kind: 'number',
      label: 'How many of them does the child come to?',
      min: 0,
      max: 60,
      decimals: true,
    },
    well: noted('What does the child do well?'),
    needs: noted('Which needs are known, and what is done for them?', {
      hint: 'SEN support, an education, health and care plan.',
    }),
    worries: noted('What has to change?', {
      hint: 'Suspensions, exclusions, a part-time timetable, bullying.',
    }),
  },
}

export const exploitationBring: Brings = {
  title: 'From the missing and exploitation hub',
  workingDaysBefore: early,
  asks: {
    level: chosen('How near is the child to being exploited?', 'Choose how near the child is', {
      none: 'Nothing is known',
      vulnerable: 'Vulnerable',
      targeted: 'Targeted',
      exploited: 'Exploited',
    }),
    missing: {
      kind: 'number',
      label: 'How often was the child missing in the last 12 months?',
      min: 0,
      max: 400,
    },
    people: noted('Which people, places or groups matter?'),
    work: noted('What is being done, and by whom?'),
  },
}

/** Of whoever was harmed only what they want said: neither who they are nor where. */
export const victimBring: Brings = {
  title: 'From whoever was harmed',
  workingDaysBefore: early,
  asks: {
    asked: chosen('Have they been asked?', 'Choose whether they have been asked', {
      yes: 'Yes',
      'could-not': 'They could not be reached',
      'did-not-want': 'They did not want to be asked',
      'not-yet': 'Not yet',
      nobody: 'Nobody was harmed',
    }),
    view: noted('What do they want the meeting to know?', {
      hint: 'In their words. No name, no address, nothing by which they can be found.',
      ...when('asked', 'yes'),
    }),
    wishes: noted('What would put it right for them?', when('asked', 'yes')),
    safety: noted('What has to be done so that they are safe?', when('asked', 'yes')),
  },
  voices: ['asked', 'view', 'wishes', 'safety'],
}

export const youthJusticeBring: Brings = {
  title: 'From the youth justice service',
  workingDaysBefore: early,
  asks: {
    strengths: told('What is good in the child’s life?', 'Say what is good in the child’s life'),
    voice: noted('What do the child and the family say?', { hint: 'In their own words.' }),
    picture: told('What is our picture?', 'Say what you have found so far'),
    suggests: noted('What do you suggest?'),
  },
  voices: ['voice'],
}

export const probationBring: Brings = {
  title: 'From probation',
  workingDaysBefore: early,
  asks: {
    known: noted('What is known of adults around the child?', { hint: 'Only what may be shared.' }),
    moves: noted('If the child is near 18: what has to be ready?'),
  },
}
