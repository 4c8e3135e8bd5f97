import type { ComponentChildren } from 'preact'
import type { ClockLine } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { appointmentPath, appointmentWords } from '../appointments/index.ts'
import { alertWords, safetyPath } from '../children/index.ts'
import { addExitPath, type Exit } from '../followUp/index.ts'
import type { LeftStanding } from './changesQueries.ts'
import { clockWords, isWaiting } from './clockWords.ts'
import { casePath } from './paths.ts'

/** What an ending leaves standing, and what can be done about each. */
export type Standing = LeftStanding & { clocks: readonly ClockLine[]; exits: readonly Exit[] }

type Given = { of: { childId: string; involvementId: string }; it: Standing }

/** Before a case ends: what still stands open, each with what to do about it. Nothing of it keeps the case from ending. */
export function StillOpen({ of, it }: Given) {
  const waiting = it.clocks.filter(({ state }) => isWaiting(state))
  const lines: [key: string, line: ComponentChildren][] = [
    ...it.appointments.map(({ appointmentId, kind, startsAt, state }): [string, ComponentChildren] => [
      appointmentId,
      <>
        <a class="govuk-link" href={appointmentPath.to({ childId: of.childId, appointmentId })}>
          {appointmentWords(kind)}, {writeMoment(startsAt, ukZone)}
        </a>
        :{' '}
        {state === 'missed'
          ? 'missed and not followed up. Follow it up.'
          : 'planned. Say how it went, cancel it, or keep it as a goodbye.'}
      </>,
    ]),
    ...waiting.map(({ clock, state }): [string, ComponentChildren] => [
      `${clock.id}-${clockWords(state).due}`,
      <>
        <a class="govuk-link" href={casePath.to(of)}>
          {clock.title}
        </a>
        : {clockWords(state).word.toLowerCase()}. Do it first, or it stays owed or ends with the case.
      </>,
    ]),
    ...it.alerts.map(({ alertId, kind, text }): [string, ComponentChildren] => [
      alertId,
      <>
        <a class="govuk-link" href={safetyPath.to(of)}>
          Alert: {alertWords(kind).label}
        </a>
        , <bdi>{text}</bdi>. It stays after the ending. End it if it no longer holds.
      </>,
    ]),
  ]
  return (
    <InsetText>
      <h2 class="govuk-heading-s">Before it ends</h2>
      {lines.length === 0 ? (
        <p class="govuk-body">Nothing stands open: no appointment, no deadline, no alert.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map(([key, line]) => (
            <li key={key}>{line}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body govuk-!-margin-bottom-0">
        Who helps from here:{' '}
        {it.exits.length === 0 ? 'nobody recorded yet' : it.exits.map(({ name }) => name).join(', ')}.{' '}
        <a class="govuk-link" href={addExitPath.to(of)}>
          Add a service or person
        </a>
      </p>
    </InsetText>
  )
}
