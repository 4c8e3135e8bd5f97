import type { TransferPackage } from '../../record/transfers/index.ts'
import { atTime } from './making.ts'
import { demonstrationService } from './people.ts'
import { doneAt, type Given, harrowVale, said } from './theirPackages.ts'
import { workingDaysAgo } from './workDays.ts'

const worker = 'Anselm Quaye'

/** A child of whom nobody has said yet who it is: invented, with all that another service can send. */
export function justArrived(making: Given): TransferPackage {
  return {
    format: 'throughline-transfer',
    version: 1,
    madeAt: atTime(making, workingDaysAgo(making, 1), '15:45').toString(),
    from: harrowVale,
    to: demonstrationService,
    reason:
      'She lives with her grandmother from now on, in your area. She and her grandmother ask for help to go on.',
    parts: ['details', 'facts', 'people', 'alerts', 'cases', 'contacts', 'notes', 'offences', 'agreements'],
    child: {
      reference: 'HV-41166',
      ...{ givenName: 'Odette', familyName: 'Marchbanks', knownAs: 'Etta' },
      birthDate: making.today.subtract({ years: 13, days: 240 }).toString(),
      birthDateBasis: 'known',
      wasRestricted: false,
    },
    details: {
      ...{ saidAs: 'oh-DET', sex: '2', ethnicity: 'B1', pronouns: 'she/her', language: 'English' },
      needsInterpreter: false,
      howToTalk:
        'Give her time: she answers after a while. Draw the week as boxes. No questions about her mother first.',
      religion: 'Goes to church with her grandmother on Sundays',
      whatHelps: 'A card that lets her leave a room',
      ...{ address: '103 Chantry Path', postcode: 'MK13 9LB', hasNoFixedAddress: false },
      ...{ phone: '07700 900151', school: 'Ousel Valley School' },
      otherNames: [{ name: 'Odette Lacroix', kind: 'former', mustNotBeUsed: false }],
    },
    ...aroundHer(making),
    ...whatWasDone(making),
    ...whatWasSaid(making),
  }
}

/** Where she has lived and learned, who is around her, what to know before a visit. */
function aroundHer(making: Given): Pick<TransferPackage, 'facts' | 'people' | 'alerts'> {
  const day = (daysAgo: number) => making.today.subtract({ days: daysAgo }).toString()
  return {
    facts: [
      {
        kind: 'addresses',
        title: '19 Weir Street, Harrow Vale',
        from: day(1_400),
        until: day(44),
        said: [said('Who lives there', 'Her mother and two younger brothers')],
      },
      {
        kind: 'education',
        title: 'Harrow Vale Academy',
        from: day(820),
        until: day(30),
        said: [said('Note', 'Two suspensions last year; reading support on Thursdays')],
      },
      {
        kind: 'care',
        title: 'Child in need',
        from: day(260),
        until: null,
        said: [said('Local authority', 'Harrow Vale'), said('Note', 'Is passed on to Milton Brook')],
      },
    ],
    people: [
      {
        ...{ name: 'Philomena Lacroix', relationship: 'Grandmother', phone: '07700 900152', email: '' },
        hasParentalResponsibility: false,
        mustNotBeContacted: false,
        note: 'Odette lives with her. Rings back in the evening.',
      },
      {
        ...{ name: 'Corinne Marchbanks', relationship: 'Mother', phone: '07700 900153', email: '' },
        hasParentalResponsibility: true,
        mustNotBeContacted: false,
        note: 'Agrees to the move. Wants to hear how it goes, by letter.',
      },
      {
        ...{ name: 'Dorian Pike', relationship: 'Mother’s former partner', phone: '', email: '' },
        hasParentalResponsibility: false,
        mustNotBeContacted: true,
        note: 'Must not learn where she lives: a court order of last year.',
      },
    ],
    alerts: [
      {
        kind: 'risk-from-others',
        label: 'Risk from others',
        text: 'Her mother’s former partner has looked for her at her last school',
        raisedAt: doneAt(making)(45, '11:30'),
      },
    ],
  }
}

/** The case that stands open there, what she did, and how often they have met. */
function whatWasDone(making: Given): Pick<TransferPackage, 'cases' | 'contacts' | 'offences'> {
  const at = doneAt(making)
  const day = (daysAgo: number) => making.today.subtract({ days: daysAgo }).toString()
  const met = (daysAgo: number, kind: string, state: string, place: string, words: string) => ({
    ...{ at: at(daysAgo, '15:45'), kind, state, minutes: 45, place, by: worker },
    said: words,
  })
  return {
    cases: [
      {
        title: 'Diversion after a community resolution',
        standing: 'Active',
        startedAt: at(96, '09:00'),
        endedAt: null,
        holder: worker,
        steps: [
          {
            ...{ at: at(88, '14:00'), done: 'Screened', by: worker },
            said: [
              said('What goes well?', 'Sings. Reads to her brothers every evening.'),
              said('What are you worried about?', 'She does not sleep. She is afraid of being found.'),
            ],
          },
          {
            ...{ at: at(74, '16:10'), done: 'Help accepted', by: worker },
            said: [said('What does the child hope for?', '“That nobody shouts.”')],
          },
          {
            ...{ at: at(61, '16:30'), done: 'Plan made', by: worker },
            said: [
              said('What does the child want to work on?', 'A choir, and a calm way to school'),
              said('What keeps the child safe?', 'Her grandmother walks with her in the morning'),
              said('What keeps other people safe?', 'A letter to the girl whose bag it was; she has read it'),
            ],
          },
        ],
      },
    ],
    contacts: [
      met(
        58,
        'At school or college',
        'Kept',
        'Harrow Vale Academy',
        'Drew the week. Mondays are grey, choir is yellow.',
      ),
      met(
        51,
        'At the office',
        'Kept',
        'The service’s rooms',
        'Practised the way to leave a room without a scene.',
      ),
      met(
        44,
        'At home',
        'Missed',
        '19 Weir Street',
        'Nobody opened. Her grandmother rang later: they had left in the night.',
      ),
      met(
        37,
        'At home',
        'Kept',
        '103 Chantry Path',
        'First visit at her grandmother’s. She showed her room, and sang.',
      ),
      met(
        23,
        'Telephone',
        'Kept',
        '',
        'She has been to see the new school. The stairs are loud. She wants a map.',
      ),
    ],
    offences: [
      {
        ...{ code: '', description: 'Took a bag from another girl at school and threw it over a fence' },
        committedOn: day(104),
        ...{ outcome: '8', outcomeWords: 'Community resolution', outcomeOn: day(99) },
        policeReference: 'HV/2231',
      },
    ],
  }
}

/** Notes, and what may be shared with whom. */
function whatWasSaid(making: Given): Pick<TransferPackage, 'notes' | 'agreements'> {
  const at = doneAt(making)
  const day = (daysAgo: number) => making.today.subtract({ days: daysAgo }).toString()
  return {
    notes: [
      {
        ...{ at: at(43, '10:20'), kind: 'Telephone call', by: worker },
        text: 'Her grandmother: they came at one in the morning with two bags. Children’s social care knows. Odette slept until noon, for the first time in weeks.',
      },
      {
        ...{ at: at(36, '13:10'), kind: 'Conversation with another professional', by: worker },
        text: 'Her social worker asks the schools not to say where she has gone. The former partner came to the gate twice.',
      },
      {
        ...{ at: at(9, '11:40'), kind: 'Conversation with the child', by: worker },
        text: '“Will the new one be as slow as you?” She means it kindly. She would like a woman who sings.',
      },
    ],
    agreements: [
      {
        what: 'That she works with us, and what helps in lessons',
        isAboutHealth: false,
        withWhom: 'Ousel Valley School, the head of year',
        ...{ basis: 'Consent', reason: '', agreedBy: ['The child', 'A parent or carer'] },
        howAsked: 'On her bed, with the boxes of the week. She chose the words herself.',
        ...{ from: day(21), until: null, withdrawnOn: null },
      },
      {
        what: 'How she sleeps',
        isAboutHealth: true,
        withWhom: 'Her doctor',
        ...{ basis: 'Consent', reason: '', agreedBy: ['The child'] },
        howAsked: 'She asked for it herself, and took it back when the appointment was over.',
        ...{ from: day(70), until: null, withdrawnOn: day(40) },
      },
    ],
  }
}
