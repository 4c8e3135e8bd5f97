import type { TransferPackage } from '../../record/transfers/index.ts'
import { atTime, type Making } from './making.ts'
import { demonstrationService } from './people.ts'
import { toWorkingDay } from './workDays.ts'

export type Given = Pick<Making, 'today'>

/** Who invented records come from, and to whom they go. */
export const harrowVale = 'Harrow Vale Youth Justice Service'

/** An answer as a package has it. */
export const said = (question: string, answer: string) => ({ question, answer })

/** When something was done in the other service, on one of its working days. */
export const doneAt =
  ({ today }: Given) =>
  (daysAgo: number, time: string): string =>
    atTime({ today }, toWorkingDay({ today }, daysAgo), time).toString()

/** A child who has moved here, with a case that stood open there: invented, as another service would send it. */
export function movedHere(making: Given): TransferPackage {
  const at = doneAt(making)
  const title = 'Turnaround'
  return {
    format: 'throughline-transfer',
    version: 1,
    madeAt: at(12, '14:20'),
    from: harrowVale,
    to: demonstrationService,
    reason: 'The family has moved. He asks that the work goes on.',
    parts: ['details', 'facts', 'people', 'alerts', 'cases', 'contacts', 'notes', 'agreements'],
    child: {
      reference: 'HV-40812',
      givenName: 'Caleb',
      familyName: 'Winterbourne',
      knownAs: 'Cal',
      birthDate: making.today.subtract({ years: 15, days: 77 }).toString(),
      birthDateBasis: 'known',
      wasRestricted: false,
    },
    details: {
      ...{ saidAs: '', sex: '1', ethnicity: 'W1', pronouns: 'he/him', language: 'English' },
      needsInterpreter: false,
      howToTalk: 'Short sentences, one thing at a time. He says “yes” to end a talk: ask him to show you.',
      ...{ address: '6 Quarry Lane', postcode: 'MK2 3DA', hasNoFixedAddress: false },
      ...{ phone: '07700 900141', school: 'Ousel Valley School' },
      otherNames: [{ name: 'Cal Winter', kind: 'alias', mustNotBeUsed: false }],
    },
    facts: [
      {
        kind: 'care',
        title: 'Child in need',
        from: making.today.subtract({ days: 200 }).toString(),
        until: null,
        said: [said('Local authority', 'Harrow Vale'), said('Note', 'Closes when he has settled in')],
      },
      {
        kind: 'education',
        title: 'Harrow Vale Academy',
        from: making.today.subtract({ days: 1_500 }).toString(),
        until: making.today.subtract({ days: 24 }).toString(),
        said: [said('Note', 'Part-time from March: mornings only')],
      },
    ],
    people: [
      {
        ...{ name: 'Gemma Winterbourne', relationship: 'Mother', phone: '07700 900142', email: '' },
        hasParentalResponsibility: true,
        mustNotBeContacted: false,
        note: 'Rings back within the hour',
      },
    ],
    alerts: [
      {
        kind: 'risk-from-others',
        label: 'Risk from others',
        text: 'Older boys from his last town know the new address',
        raisedAt: at(40, '10:00'),
      },
    ],
    cases: [
      {
        title,
        standing: 'Working on the plan',
        startedAt: at(110, '09:00'),
        endedAt: null,
        holder: 'Fenella Scarsdale',
        steps: [
          {
            at: at(110, '09:00'),
            done: 'Referred',
            by: 'Fenella Scarsdale',
            said: [said('Why?', 'Found in a stolen car with older boys. He had not driven.')],
          },
          {
            at: at(92, '16:00'),
            done: 'Plan made',
            by: 'Fenella Scarsdale',
            said: [
              said('What does the child want to work on?', 'A place on the motor course'),
              said('What keeps the child safe?', 'His mother fetches him from school'),
            ],
          },
        ],
      },
    ],
    contacts: [
      {
        ...{ at: at(33, '15:30'), kind: 'At school or college', state: 'Kept', minutes: 45 },
        ...{ place: 'His last school', by: 'Fenella Scarsdale' },
        said: 'Talked about the move. He is afraid that the course will not have a place for him.',
      },
      {
        ...{ at: at(19, '15:30'), kind: 'Telephone', state: 'Kept', minutes: 20 },
        ...{ place: '', by: 'Fenella Scarsdale' },
        said: 'Boxes everywhere. He has slept at an aunt’s and goes to the new school on Monday.',
      },
    ],
    notes: [
      {
        at: at(20, '11:00'),
        kind: 'Family',
        by: 'Fenella Scarsdale',
        text: 'His mother asks whether his new worker can be somebody who knows cars.',
      },
    ],
    agreements: [
      {
        what: 'That he works with us, and on which days',
        isAboutHealth: false,
        withWhom: 'Harrow Vale Academy',
        ...{ basis: 'Consent', reason: '', agreedBy: ['The child', 'A parent or carer'] },
        howAsked: 'At the kitchen table. He crossed out everything about his father.',
        from: making.today.subtract({ days: 90 }).toString(),
        until: null,
        withdrawnOn: making.today.subtract({ days: 19 }).toString(),
      },
    ],
  }
}
