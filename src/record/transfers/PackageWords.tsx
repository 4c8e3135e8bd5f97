import type { ComponentChildren } from 'preact'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeDay, writeMomentOrDay } from '../../kernel/writtenDates.ts'
import { codeWords } from '../children/index.ts'
import { NoteBadges } from '../notes/index.ts'
import type { TransferPackage } from './package.ts'
import { needWords } from './sideBySide.ts'

type Pair = readonly [question: string, answer: ComponentChildren]

const moment = (at: string) => writeMomentOrDay(Temporal.Instant.from(at), ukZone)
const day = (written: string | null) =>
  written === null ? 'Not known' : writeDate(Temporal.PlainDate.from(written))
const dayWritten = (at: string) => dayInUk(Temporal.Instant.from(at))

/** Everything in a package in plain words: on a page of the program, and as the readable half of the file. */
export function PackageWords({ it }: { it: TransferPackage }) {
  return (
    <>
      <Part title="The child">
        <Pairs pairs={childPairs(it)} />
      </Part>
      {it.details && (
        <Part title="Details">
          <Pairs pairs={detailsPairs(it.details, dayWritten(it.madeAt))} />
        </Part>
      )}
      {it.facts && (
        <Part title="Where the child lived and learned, and care status" count={it.facts.length}>
          {it.facts.map((fact, index) => (
            <Entry key={index} title={fact.title}>
              <Pairs pairs={factPairs(fact)} />
            </Entry>
          ))}
        </Part>
      )}
      {it.people && (
        <Part title="People around the child" count={it.people.length}>
          {it.people.map((person, index) => (
            <Entry key={index} title={`${person.name}: ${person.relationship}`}>
              <Pairs
                pairs={[
                  ...(person.mustNotBeContacted ? ([['Warning', 'Must not be contacted']] as const) : []),
                  ...(person.hasParentalResponsibility
                    ? ([['Parental responsibility', 'Yes']] as const)
                    : []),
                  ['Phone', person.phone],
                  ['E-mail', person.email],
                  ['Note', person.note],
                ]}
              />
            </Entry>
          ))}
        </Part>
      )}
      {it.alerts && (
        <Part title="Alerts" count={it.alerts.length}>
          {it.alerts.map((alert, index) => (
            <Entry key={index} title={alert.label}>
              <Words text={alert.text} />
              <p class="govuk-body-s">Raised {moment(alert.raisedAt)}</p>
            </Entry>
          ))}
        </Part>
      )}
      {it.cases && (
        <Part title="Cases" count={it.cases.length}>
          {it.cases.map((each, index) => (
            <Case key={index} it={each} />
          ))}
        </Part>
      )}
      {it.offences && (
        <Part title="Offences and outcomes" count={it.offences.length}>
          {it.offences.map((offence, index) => (
            <Entry key={index} title={offence.description}>
              <Pairs
                pairs={[
                  ['Happened', day(offence.committedOn)],
                  ['Code', offence.code],
                  ['Outcome', offence.outcomeWords],
                  ['Police reference', offence.policeReference],
                ]}
              />
            </Entry>
          ))}
        </Part>
      )}
      {it.contacts && (
        <Part title="Contacts" count={it.contacts.length}>
          {it.contacts.map((contact, index) => (
            <Entry key={index} title={`${moment(contact.at)}: ${contact.kind}, ${contact.state}`}>
              <Pairs
                pairs={[
                  ['With', contact.by],
                  ['Where', contact.place],
                ]}
              />
              <Words text={contact.said} />
            </Entry>
          ))}
        </Part>
      )}
      {it.notes && (
        <Part title="Notes" count={it.notes.length}>
          {it.notes.map((note, index) => (
            <Entry
              key={index}
              title={`${note.isDay ? writeDay(dayWritten(note.at)) : moment(note.at)}: ${note.kind}`}
            >
              <NoteMarks it={note} />
              <Pairs pairs={(note.said ?? []).map(({ question, answer }) => [question, answer] as const)} />
              <Words text={note.text} />
              <p class="govuk-body-s">Written by {note.by}</p>
            </Entry>
          ))}
        </Part>
      )}
      {it.agreements && (
        <Part title="Consent" count={it.agreements.length}>
          {it.agreements.map((agreement, index) => (
            <Entry key={index} title={`With ${agreement.withWhom}`}>
              <Pairs pairs={agreementPairs(agreement)} />
            </Entry>
          ))}
        </Part>
      )}
    </>
  )
}

/** Beside a note of another service: who may read it, and that it is not to be given to the child. */
export function NoteMarks({
  it,
}: {
  it: { sensitivity?: string | undefined; hasThirdParty?: boolean | undefined }
}) {
  const { sensitivity = 'ordinary', hasThirdParty = false } = it
  if (sensitivity === 'ordinary' && !hasThirdParty) return null
  return (
    <p class="govuk-body">
      <NoteBadges sensitivity={sensitivity} hasThirdParty={hasThirdParty} />
    </p>
  )
}

function Case({ it }: { it: NonNullable<TransferPackage['cases']>[number] }) {
  return (
    <Entry title={it.title}>
      <Pairs
        pairs={[
          ['Stands', it.standing],
          ['Began', moment(it.startedAt)],
          ['Ended', it.endedAt === null ? '' : moment(it.endedAt)],
          ['Holder', it.holder],
        ]}
      />
      {it.steps.map((step, index) => (
        <div key={index}>
          <h4 class="govuk-heading-s">
            {writeDate(dayWritten(step.at))}: <bdi>{step.done}</bdi>
          </h4>
          <Pairs
            pairs={[
              ...step.said.map(({ question, answer }) => [question, answer] as const),
              ['Recorded by', step.by],
            ]}
          />
        </div>
      ))}
    </Entry>
  )
}

function childPairs({ child, from, to, reason, madeAt }: TransferPackage): Pair[] {
  return [
    ['First name', child.givenName],
    ['Family name', child.familyName],
    ['Known as', child.knownAs],
    ['Date of birth', `${day(child.birthDate)}${child.birthDateBasis === 'estimated' ? ' (estimated)' : ''}`],
    [`Reference of ${from}`, child.reference],
    ['From', from],
    ['To', to],
    ['Why', reason],
    ['Made', moment(madeAt)],
    ['Restricted there', child.wasRestricted ? 'Yes: only people named for it could open the record' : ''],
  ]
}

const nameKinds = { alias: 'also known as', former: 'former name', spelling: 'another spelling' } as const

/** The details of a package as questions and answers; what was left empty is not among them. */
export function detailsPairs(
  it: NonNullable<TransferPackage['details']>,
  on: Temporal.PlainDate,
): (readonly [question: string, answer: string])[] {
  const all = [
    ['How the name is said', it.saidAs],
    ['Pronouns', it.pronouns],
    ['Sex', codeWords('sex', it.sex, on)],
    ['Ethnicity', codeWords('ethnicity', it.ethnicity, on)],
    ['Language', it.language],
    ['Interpreter', needWords(it)],
    ['For whom and for which language', it.interpreterNote ?? ''],
    ['How to talk with the child', it.howToTalk],
    ['What helps this child to take part', it.whatHelps ?? ''],
    ['Religion or belief', it.religion ?? ''],
    ['The address must not become known to', it.confidentialFrom ?? ''],
    ['Address', it.hasNoFixedAddress ? 'No fixed address' : it.address],
    ['Postcode', it.postcode],
    ['Phone', it.phone],
    ['School or college', it.school],
    ...it.otherNames.map(
      ({ name, kind, mustNotBeUsed }) =>
        ['Other name', `${name} (${nameKinds[kind]}${mustNotBeUsed ? ', not to be used' : ''})`] as const,
    ),
  ] as const
  return all.filter(([, answer]) => answer !== '')
}

/** From when until when a fact of a package lasted, and what is said of it. */
export function factPairs({
  from,
  until,
  said,
}: NonNullable<TransferPackage['facts']>[number]): (readonly [question: string, answer: string])[] {
  return [
    ['From', day(from)],
    ...(until === null ? [] : [['Until', day(until)] as const]),
    ...said.map(({ question, answer }) => [question, answer] as const),
  ]
}

/** An agreement of a package as questions and answers; what was left empty is not among them. */
export function agreementPairs(
  it: NonNullable<TransferPackage['agreements']>[number],
): (readonly [question: string, answer: string])[] {
  const all = [
    ['What may be shared', it.what],
    ['On what basis', it.basis],
    ['Why without consent', it.reason],
    ['Who said yes', it.agreedBy.join(', ')],
    ['How they were asked', it.howAsked],
    ['From', day(it.from)],
    ['Until', it.until === null ? '' : day(it.until)],
    ['Taken back', it.withdrawnOn === null ? '' : day(it.withdrawnOn)],
  ] as const
  return all.filter(([, answer]) => answer !== '')
}

function Part({ title, count, children }: { title: string; count?: number; children: ComponentChildren }) {
  return (
    <section>
      <h2 class="govuk-heading-m">
        {title}
        {count !== undefined && ` (${count})`}
      </h2>
      {count === 0 ? <p class="govuk-body">None.</p> : children}
    </section>
  )
}

function Entry({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <article>
      <h3 class="govuk-heading-s">
        <bdi>{title}</bdi>
      </h3>
      {children}
    </article>
  )
}

/** Text as it was written, in the direction in which it is read. */
export function Words({ text }: { text: string }) {
  return text === '' ? null : (
    <p class="govuk-body tl-keep-lines" dir="auto">
      {text}
    </p>
  )
}

/** Questions with their answers, a line each; those without an answer are left out. */
export function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  const answered = pairs.filter(([, answer]) => answer !== '')
  if (answered.length === 0) return null
  return (
    <ul class="govuk-list">
      {answered.map(([question, answer], index) => (
        <li key={index}>
          <strong>{/[?.:]$/.test(question) ? question : `${question}:`}</strong>{' '}
          <span class="tl-keep-lines" dir="auto">
            {answer}
          </span>
        </li>
      ))}
    </ul>
  )
}
