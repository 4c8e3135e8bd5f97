import type { JSX } from 'preact'
import type { NextStep } from '../../engine/codes/index.ts'
import { may, type Permission } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { addAlertPath, addFactPath, type Child } from '../children/index.ts'
import { addNotePath } from '../notes/index.ts'
import type { Appointment } from './appointment.ts'
import { leadsTo } from './missed.form.ts'
import { planPath } from './paths.ts'

type Step = { permission: Permission; words(child: Child): JSX.Element }

/** What each step says, and where it is done. */
const steps: Readonly<Record<NextStep, Step>> = {
  'tell-senior': {
    permission: 'notes.write',
    words: child => (
      <>
        Tell a senior now, and{' '}
        <a class="govuk-link" href={addNotePath.to(child)}>
          write a note
        </a>{' '}
        of whom you told and what was agreed.
      </>
    ),
  },
  'raise-alert': {
    permission: 'child.edit',
    words: child => (
      <>
        <a class="govuk-link" href={addAlertPath.to(child)}>
          Raise an alert
        </a>
        , so that whoever opens the record knows. End it when it is over.
      </>
    ),
  },
  'write-where': {
    permission: 'child.edit',
    words: child => (
      <>
        When you know where the child is,{' '}
        <a class="govuk-link" href={addFactPath.to({ childId: child.childId, kind: 'addresses' })}>
          write down where they are staying
        </a>
        .
      </>
    ),
  },
  'plan-another-way': {
    permission: 'contacts.record',
    words: child => (
      <>
        <a class="govuk-link" href={planPath.to(child)}>
          Plan the next appointment
        </a>{' '}
        at another place, or with another way there.
      </>
    ),
  },
}

type Given = { child: Child; it: Appointment; roles: Request['who']['roles'] }

/**
 * What the reason for a missed appointment leads to, as far as the reader may do it: until it has been followed up, and as long
 * as the case is open.
 */
export function WhatNext({ child, it, roles }: Given) {
  const isOpen = child.cases.some(({ involvementId }) => involvementId === it.involvementId)
  if (it.state !== 'missed' || it.followedUpAt !== null || !isOpen) return null
  const offered = leadsTo(it.missedCode).filter(step => may(steps[step].permission, roles, child.isRelated))
  if (offered.length === 0) return null
  return (
    <InsetText>
      <p class="govuk-body">This reason asks for more than a follow-up:</p>
      <ul class="govuk-list govuk-list--bullet">
        {offered.map(step => (
          <li key={step}>{steps[step].words(child)}</li>
        ))}
      </ul>
    </InsetText>
  )
}
