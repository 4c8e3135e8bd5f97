import { formPage, typedDate } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, forbidden, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { type Child, childFrame, childOf, sharingPath } from '../children/index.ts'
import type { Agreement } from './agreement.ts'
import { addAgreementPath, agreementPath, withdrawPath } from './paths.ts'
import { saidAboutSharing } from './said.ts'
import { agreementForm, agreementFrom, agreementTyped, withdrawForm } from './sharing.form.ts'
import { changeAgreement, findAgreement, insertAgreement, withdrawAgreement } from './sharingQueries.ts'

const addRoutes = formPage({
  path: addAgreementPath,
  permission: 'sharing.record',
  about: 'child',
  change: 'Recorded what may be shared',
  view: 'Opened the form to record what may be shared',
  async load(request) {
    const child = await childOf(request)
    if (!child) return refused(notFound)
    const asked = request.query.get('said')
    const said = asked === null ? [] : await saidAboutSharing(request.tx, child.childId)
    return ok({ child, today: request.today, said: said.find(({ milestoneId }) => milestoneId === asked) })
  },
  form: ({ today }) => agreementForm(today),
  title: () => 'Record what may be shared',
  back: ({ child }) => sharingPath.to(child),
  draftOf: ({ said }) => (said ? [said.milestoneId] : []),
  initial: ({ today, said }) => ({
    from: typedDate(said ? dayInUk(said.at) : today),
    ...(said ? { basis: 'consent', 'agreed-by': said.agreedBy, 'with-whom': said.withWhom } : {}),
  }),
  frame: childFrame('sharing'),
  submit: 'Save',
  async save({ tx, who, now }, values, { child: { childId } }) {
    const whose = { serviceId: who.serviceId, childId, by: who.userId, at: now }
    await insertAgreement(tx, { ...agreementFrom(values), ...whose })
    return redirect(sharingPath.to({ childId }), 'What may be shared has been saved.')
  },
})

type Loaded = { child: Child; agreement: Agreement; today: Temporal.PlainDate }

async function loadAgreement(request: Request): Promise<Result<Loaded, Answer>> {
  const child = await childOf(request)
  const maySeeHealth = may('health.see', request.who.roles, child?.isRelated ?? false)
  const agreement =
    child && (await findAgreement(request.tx, child.childId, request.params.agreementId ?? '', maySeeHealth))
  return agreement ? ok({ child, agreement, today: request.today }) : refused(notFound)
}

const editRoutes = formPage({
  path: agreementPath,
  permission: 'sharing.record',
  about: 'child',
  change: 'Corrected what may be shared',
  view: 'Opened the form to correct what may be shared',
  async load(request) {
    const loaded = await loadAgreement(request)
    // Whoever cannot read the words would write over them.
    if (loaded.ok && loaded.value.agreement.what === null)
      return refused(forbidden('This is about health. Somebody who may read of health can correct it.'))
    return loaded
  },
  form: ({ today }) => agreementForm(today),
  title: () => 'Correct what may be shared',
  intro: () => (
    <p class="govuk-body">
      Correct what was written down wrongly. If something else was agreed, end this and record the new one.
    </p>
  ),
  back: ({ child }) => sharingPath.to(child),
  initial: ({ agreement }) => agreementTyped(agreement),
  version: ({ agreement }) => agreement.version,
  row: ({ agreement }) => ({ table: 'sharing_agreement', key: { agreement_id: agreement.agreementId } }),
  frame: childFrame('sharing'),
  submit: 'Save',
  async save({ tx }, values, { child, agreement }) {
    const { withdrawnOn } = agreement
    if (withdrawnOn && Temporal.PlainDate.compare(values.from, withdrawnOn) > 0)
      return {
        kind: 'errors',
        errors: [{ field: 'from', message: 'The first day must not be after the day on which it was ended' }],
      }
    if (await changeAgreement(tx, agreement, agreementFrom(values)))
      return redirect(sharingPath.to(child), 'What may be shared has been saved.')
    const theirs = await findAgreement(tx, child.childId, agreement.agreementId, true)
    return theirs ? { kind: 'collision', theirs: agreementTyped(theirs), version: theirs.version } : notFound
  },
})

const withdrawRoutes = formPage({
  path: withdrawPath,
  permission: 'sharing.record',
  about: 'child',
  change: 'Ended what may be shared',
  view: 'Opened the form to end what may be shared',
  async load(request) {
    const loaded = await loadAgreement(request)
    return loaded.ok && loaded.value.agreement.withdrawnOn
      ? refused(redirect(sharingPath.to(loaded.value.child), 'It has been ended already.'))
      : loaded
  },
  form: () => withdrawForm,
  title: () => 'It may no longer be shared',
  intro: ({ agreement: { what, withWhom } }) => (
    <p class="govuk-body">
      <bdi class="tl-keep-lines">{what ?? 'Health information'}</bdi>, with <bdi>{withWhom}</bdi>. What has
      been shared already stays in the record. Whoever had it may have to be told.
    </p>
  ),
  back: ({ child }) => sharingPath.to(child),
  initial: ({ today }) => ({ on: typedDate(today) }),
  version: ({ agreement }) => agreement.version,
  row: ({ agreement }) => ({ table: 'sharing_agreement', key: { agreement_id: agreement.agreementId } }),
  frame: childFrame('sharing'),
  submit: 'End it',
  isWarning: true,
  async save({ tx }, { on, by, why }, { child, agreement }) {
    if (Temporal.PlainDate.compare(on, agreement.from) < 0)
      return {
        kind: 'errors',
        errors: [{ field: 'on', message: 'The day must not be before the first day of the agreement' }],
      }
    const isEnded = await withdrawAgreement(tx, agreement, { on, by, reason: why })
    return redirect(
      sharingPath.to(child),
      isEnded ? 'It may no longer be shared.' : 'Somebody else has just changed it. Look at it again.',
    )
  },
})

export const agreementRoutes = [...addRoutes, ...editRoutes, ...withdrawRoutes]
