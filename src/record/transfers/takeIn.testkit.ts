import type { TestPerson } from '../../app/testkit/service.ts'
import type { TransferPackage } from './package.ts'
import { sealFile } from './packageFile.ts'
import { makeTransfers, sendPackage } from './transfers.testkit.ts'

/** With which the packages of these tests are sealed. */
export const passphrase = 'K7M2-9QXD-AAAA-BBBB-CCCC'
let made = 0

/** A package of another service; each is of another child unless it says so. */
export function aPackage(
  more: Partial<TransferPackage> = {},
  child: Partial<TransferPackage['child']> = {},
): TransferPackage {
  made += 1
  const letters = [...String(made)].map(figure => 'abcdefghij'[Number(figure)]).join('')
  return {
    format: 'throughline-transfer',
    version: 1,
    madeAt: '2026-11-20T10:00:00Z',
    from: 'Milton Brook',
    to: 'Harrow Vale',
    reason: 'The family has moved',
    parts: ['details', 'people', 'alerts', 'cases', 'contacts', 'notes', 'offences'],
    child: {
      reference: 'K7M2-9QXD',
      givenName: `Zq${letters}`,
      familyName: `Vw${letters}x`,
      knownAs: '',
      birthDate: Temporal.PlainDate.from('2009-01-05')
        .add({ days: made * 97 })
        .toString(),
      birthDateBasis: 'known',
      wasRestricted: false,
      ...child,
    },
    details: {
      saidAs: '',
      sex: '',
      ethnicity: '',
      pronouns: 'they/them',
      language: 'Polish',
      needsInterpreter: true,
      howToTalk: 'Short sentences',
      address: '4 Mill Lane',
      postcode: `MK${made} 3AA`,
      hasNoFixedAddress: false,
      phone: `07700 ${900100 + made * 7}`,
      school: '',
      otherNames: [{ name: 'Old Name', kind: 'former', mustNotBeUsed: true }],
    },
    people: [
      {
        name: 'Noor Vale',
        relationship: 'Mother',
        phone: '',
        email: '',
        hasParentalResponsibility: true,
        mustNotBeContacted: false,
        note: '',
      },
    ],
    alerts: [
      { kind: 'dog', label: 'Dog at the address', text: 'Large dog', raisedAt: '2026-03-03T10:00:00Z' },
    ],
    cases: [
      {
        title: 'Diversion',
        standing: 'At work',
        startedAt: '2026-05-01T10:00:00Z',
        endedAt: null,
        holder: 'Ines Duarte',
        steps: [
          {
            at: '2026-05-02T10:00:00Z',
            done: 'Screened',
            by: 'Ines Duarte',
            said: [{ question: 'Safe?', answer: 'Yes' }],
          },
        ],
      },
    ],
    contacts: [
      {
        at: '2026-06-01T10:00:00Z',
        kind: 'Home visit',
        state: 'kept',
        minutes: 60,
        place: 'At home',
        by: 'Ines Duarte',
        said: 'Talked of boats',
      },
    ],
    notes: [
      {
        at: '2026-06-02T10:00:00Z',
        isDay: true,
        kind: 'Observation',
        by: 'Ines Duarte',
        text: 'A secret worry. سر',
      },
    ],
    offences: [
      {
        code: '',
        description: 'Broke a window',
        committedOn: '2026-04-01',
        outcome: 'X1',
        outcomeWords: 'A local outcome',
        outcomeOn: null,
        policeReference: '',
      },
    ],
    ...more,
  }
}

/** A package as a file. */
export const seal = (it: TransferPackage) => sealFile({ json: JSON.stringify(it), html: '' }, passphrase)

/** A service that takes packages in, with a senior and business support. */
export async function makeTakingIn() {
  const transfers = await makeTransfers('Harrow Vale Youth Justice Service')
  const support = await transfers.service.person('business-support')

  /** Sends a package with its passphrase. */
  const bring = async (it: TransferPackage, by: TestPerson = support) =>
    sendPackage(by, await seal(it), passphrase)

  /** Opens a package and says which child it is. */
  const take = async (
    it: TransferPackage,
    child: string,
    by = support,
    more: Record<string, string | string[]> = {},
  ) => {
    const { location = '' } = await bring(it, by)
    const preview = await by.fill(location, { child, ...more })
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(preview.html)?.[1] ?? ''
    const done = await by.fill(location, {
      child,
      _checked: hidden('_checked'),
      'record-version': hidden('record-version'),
      ...more,
    })
    return { location, preview, done, childId: done.location?.split('/')[2] ?? '' }
  }

  /** What a table holds about a child. */
  const rows = (table: string, childId: string) =>
    transfers.service.asOwner(`select * from ${table} where child_id = $1`, [childId])

  return { ...transfers, support, bring, take, rows }
}

export type TakingIn = Awaited<ReturnType<typeof makeTakingIn>>
