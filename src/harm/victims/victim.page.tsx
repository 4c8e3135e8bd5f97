import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { page, route } from '../../platform/http/index.ts'
import { type Voice, wishWords } from '../../record/plans/index.ts'
import { BackLink, SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { listEndings } from './endingQueries.ts'
import { Ended } from './endings.page.tsx'
import { loadVictim } from './loadVictim.ts'
import {
  addVictimContactPath,
  closeVictimPath,
  consentPath,
  editVictimPath,
  openVictimPath,
  victimPath,
  victimsPath,
  voicePath,
} from './paths.ts'
import { voicesOf } from './tell.ts'
import {
  ageGroups,
  consents,
  type HarmedBy,
  standingOf,
  standingWords,
  type Victim,
  type VictimContact,
  ways,
} from './victim.ts'
import { listVictimContacts } from './victimQueries.ts'
import { closings } from './work.page.tsx'

export const victimRoute = route({
  method: 'GET',
  path: victimPath,
  permission: 'victims.see',
  audit: { kind: 'change', what: 'Looked at the record of somebody who was harmed' },
  async handle(request) {
    const { tx, who } = request
    const loaded = await loadVictim(request)
    if (!loaded.ok) return loaded.reason
    const { victim } = loaded.value
    const [told, contacts, endings] = await Promise.all([
      voicesOf(tx, victim),
      listVictimContacts(tx, victim.victimId),
      listEndings(tx, victim),
    ])
    request.seen(
      told.map(({ child }) => child.childId),
      'Named in the record of somebody who was harmed',
    )
    const works = reachOf('victims.work', who.roles) !== undefined
    const canWrite = works && victim.closedOn === null
    return page(
      victim.name,
      <>
        <PageHeaderActions heading={<bdi>{victim.name}</bdi>} actions={actionsFor(victim, works)} />
        <p class="govuk-body">
          {standingWords[standingOf(victim)]}. Passed on {writeMoment(victim.passedOnAt, ukZone)} by{' '}
          {victim.passedOnBy}.
        </p>
        <Closed victim={victim} />
        <Ended victim={victim} endings={endings} canWrite={canWrite} />
        <Who victim={victim} inPlan={inPlan(victim, told)} canWrite={canWrite} />
        {told.map(each => (
          <Told key={each.child.childId} {...each} victim={victim} canWrite={canWrite} />
        ))}
        <Contacts contacts={contacts} />
      </>,
      { above: <BackLink href={victimsPath.to()}>Victims</BackLink> },
    )
  },
})

function actionsFor(victim: Victim, works: boolean) {
  if (!works) return []
  return victim.closedOn === null
    ? [
        { href: addVictimContactPath.to(victim), text: 'Record a contact' },
        { href: closeVictimPath.to(victim), text: 'Close the record', isSecondary: true as const },
      ]
    : [{ href: openVictimPath.to(victim), text: 'Open again', isSecondary: true as const }]
}

function Closed({ victim: { closedOn, closedReason, closedWords } }: { victim: Victim }) {
  if (closedOn === null) return null
  const reason = closings.find(([id]) => id === closedReason)?.[1] ?? closedReason
  return (
    <p class="govuk-body">
      <strong>
        Closed {writeDate(closedOn)}: {reason}.
      </strong>{' '}
      <bdi class="tl-keep-lines">{closedWords}</bdi>
    </p>
  )
}

/** How the plans of the children call them now, where that is not what the record says: nobody has confirmed it yet. */
function inPlan({ knownAs }: Victim, told: readonly { voice: Voice | undefined }[]): string {
  const other = told.flatMap(({ voice }) => voice ?? []).find(voice => voice.knownAs !== knownAs)
  return other ? `“${other.knownAs}”, until you confirm “${knownAs}”` : `“${knownAs}”`
}

function Who({ victim, inPlan, canWrite }: { victim: Victim; inPlan: string; canWrite: boolean }) {
  const fact = (key: string, value: string) =>
    value !== '' && { key, value: <bdi class="tl-keep-lines">{value}</bdi> }
  return (
    <>
      <SummaryList
        card={{
          title: { text: 'Who they are', headingLevel: 2 },
          actions: canWrite ? [{ href: editVictimPath.to(victim), text: 'Change' }] : undefined,
        }}
        rows={[
          fact('Must be known first', victim.safety),
          fact('Contact them safely', victim.safeContact),
          fact('In the plan', inPlan),
          victim.kind === 'person' && fact('Age', ageGroups[victim.ageGroup]),
          fact('Telephone', victim.phone),
          fact('E-mail', victim.email),
          fact('Address', victim.address),
          fact('Language', victim.language),
          fact('So that they can take part', victim.needs),
          fact('Reference of the police', victim.policeReference),
        ]}
      />
      <SummaryList
        card={{
          title: { text: 'Do they agree to contact?', headingLevel: 2 },
          actions: canWrite ? [{ href: consentPath.to(victim), text: 'Change' }] : undefined,
        }}
        rows={[
          {
            key: consents[victim.consent],
            value: (
              <>
                {victim.consentOn && writeDate(victim.consentOn)}
                {victim.consentWords !== '' && (
                  <>
                    : <bdi class="tl-keep-lines">{victim.consentWords}</bdi>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

type ToldGiven = { child: HarmedBy; voice: Voice | undefined; victim: Victim; canWrite: boolean }

/** What those who work with the child have been told. */
function Told({ child, voice, victim, canWrite }: ToldGiven) {
  const isTold = voice && (voice.wishes.length > 0 || voice.wishesWords !== '' || voice.noWishesReason !== '')
  return (
    <SummaryList
      card={{
        title: {
          text: (
            <>
              Told to those who work with <bdi>{child.childName}</bdi>
            </>
          ),
          headingLevel: 2,
        },
        actions: canWrite
          ? [
              {
                href: voicePath.to({ ...victim, childId: child.childId }),
                text: isTold ? 'Change' : 'Say what they wish',
                visuallyHiddenText: `to those who work with ${child.childName}`,
              },
            ]
          : undefined,
      }}
      rows={[
        { key: 'What happened', value: <bdi class="tl-keep-lines">{child.whatHappened}</bdi> },
        {
          key: 'What they wish',
          value: isTold ? (
            <bdi class="tl-keep-lines">
              {[
                ...voice.wishes.map(wishWords),
                voice.wishesWords,
                voice.noWishesReason && `Not known: ${voice.noWishesReason}`,
              ]
                .filter(words => words !== '')
                .join('\n')}
            </bdi>
          ) : voice ? (
            'Nothing yet: the plan of the child waits for it'
          ) : (
            'Nothing: the plan speaks of nobody here'
          ),
        },
        {
          key: 'What keeps them safe',
          value: <bdi class="tl-keep-lines">{voice?.safetyWords ? voice.safetyWords : 'Nothing yet'}</bdi>,
        },
      ]}
    />
  )
}

function Contacts({ contacts }: { contacts: readonly VictimContact[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Contacts</h2>
      <SortableTable
        id="victim-contacts"
        caption="Contacts, the latest first"
        isCaptionHidden
        rows={contacts}
        rowKey={({ contactId }) => contactId}
        empty={<p class="govuk-body">None yet.</p>}
        columns={[
          { key: 'when', heading: 'When', isRowHeader: true, cell: ({ at }) => writeMoment(at, ukZone) },
          {
            key: 'how',
            heading: 'How',
            cell: ({ way, wasReached }) => `${ways[way]}${wasReached ? '' : ': not reached'}`,
          },
          {
            key: 'said',
            heading: 'What was said',
            cell: ({ words }) => <bdi class="tl-keep-lines">{words}</bdi>,
          },
          { key: 'by', heading: 'By', cell: ({ recordedBy }) => recordedBy },
        ]}
      />
    </>
  )
}
