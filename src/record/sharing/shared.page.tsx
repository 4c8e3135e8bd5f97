import { form, formPage, type Refusal, typedDate } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, redirect } from '../../platform/http/index.ts'
import { childFrame, childOf, onTheWall, sharingPath, wallMoment } from '../children/index.ts'
import { type Agreement, type Basis, standingOn } from './agreement.ts'
import { addSharedPath, mistakenPath } from './paths.ts'
import { sharedForm, withoutAgreement } from './sharing.form.ts'
import { insertShared, listAgreements, listShared, markMistaken, type Shared } from './sharingQueries.ts'

const addRoutes = formPage({
  path: addSharedPath,
  permission: 'sharing.record',
  about: 'child',
  change: 'Recorded that something was shared',
  view: 'Opened the form to record that something was shared',
  async load(request) {
    const child = await childOf(request)
    if (!child) return refused(notFound)
    const maySeeHealth = may('health.see', request.who.roles, child.isRelated)
    const agreements = await listAgreements(request.tx, child.childId, maySeeHealth)
    return ok({ child, agreements, today: request.today })
  },
  form: ({ agreements, today }) => sharedForm(agreements, today),
  title: () => 'Record that something was shared',
  back: ({ child }) => sharingPath.to(child),
  initial: ({ today }) => ({ day: typedDate(today) }),
  frame: childFrame('sharing'),
  submit: 'Save',
  async save({ tx, who, now }, values, { child: { childId }, agreements }) {
    const { day, time } = values
    const isToday = day.equals(onTheWall(now).date)
    const at = !time && isToday ? ok(now) : wallMoment(day, time ?? Temporal.PlainTime.from('12:00'))
    if (!at.ok) return wrong('time', at.reason)
    if (Temporal.Instant.compare(at.value, now) > 0)
      return wrong('time', 'It cannot have been shared in the future')
    const agreement = agreements.find(({ agreementId }) => agreementId === values.agreement)
    if (!agreement && values.agreement !== withoutAgreement)
      return wrong('agreement', 'Choose what allows it')
    const hasHealth = values.health === 'yes'
    const fault = agreement && whyNotAllowed(agreement, day, hasHealth)
    if (fault) return wrong('agreement', fault)
    await insertShared(tx, {
      serviceId: who.serviceId,
      childId,
      agreementId: agreement?.agreementId ?? null,
      what: values.what,
      hasHealth,
      withWhom: values['with-whom'],
      way: values.way,
      basis: agreement?.basis ?? (values.basis as Basis),
      reason: agreement ? '' : (values.reason ?? ''),
      at: at.value,
      by: who.userId,
      recordedAt: now,
    })
    return redirect(sharingPath.to({ childId }), 'It has been saved that this was shared.')
  },
})

const wrong = (field: string, message: string): Refusal => ({ kind: 'errors', errors: [{ field, message }] })

/** Why an agreement does not allow what was shared on a day; undefined where it does. */
function whyNotAllowed(it: Agreement, day: Temporal.PlainDate, hasHealth: boolean): string | undefined {
  const otherwise = 'Choose another, or “No agreement” with the reason'
  switch (standingOn(it, day)) {
    case 'to-come':
      return `This agreement begins only on ${writeDate(it.from)}. ${otherwise}`
    case 'expired':
      return `This agreement had ended on that day. ${otherwise}`
    case 'withdrawn':
      return `This agreement had been withdrawn by that day. ${otherwise}`
    case 'in-force':
      return hasHealth && !it.hasHealth ? `This agreement does not speak of health. ${otherwise}` : undefined
  }
}

const mistakenRoutes = formPage({
  path: mistakenPath,
  permission: 'sharing.record',
  about: 'child',
  change: 'Said that a line about sharing was a mistake',
  view: 'Opened the form to say that a line about sharing was a mistake',
  async load(request) {
    const shared = await sharedOf(request)
    return shared ? ok(shared) : refused(notFound)
  },
  form: () =>
    form({
      id: 'shared-mistaken',
      fields: {
        reason: {
          kind: 'text',
          label: 'What is wrong with this line?',
          required: 'Say what is wrong with this line',
          maxLength: 500,
        },
      },
    }),
  title: () => 'This line was written by mistake',
  intro: ({ withWhom, at }) => (
    <p class="govuk-body">
      Shared with: <bdi>{withWhom}</bdi>, {writeMoment(at, ukZone)}. The line stays, crossed out, with what
      you say here.
    </p>
  ),
  back: ({ childId }) => sharingPath.to({ childId }),
  frame: childFrame('sharing'),
  submit: 'Mark as a mistake',
  isWarning: true,
  initial: ({ mistakenReason }) => ({ reason: mistakenReason }),
  version: ({ version }) => version,
  row: ({ sharedId }) => ({ table: 'information_shared', key: { shared_id: sharedId } }),
  async save(request, { reason }, shared) {
    if (await markMistaken(request.tx, shared, reason))
      return redirect(sharingPath.to(shared), 'The line is marked as a mistake.')
    const theirs = await sharedOf(request)
    if (!theirs) return notFound
    return { kind: 'collision', theirs: { reason: theirs.mistakenReason }, version: theirs.version }
  },
})

async function sharedOf({ tx, params }: Request): Promise<Shared | undefined> {
  const all = await listShared(tx, params.childId ?? '', false)
  return all.find(each => each.sharedId === params.sharedId)
}

export const sharedRoutes = [...addRoutes, ...mistakenRoutes]
