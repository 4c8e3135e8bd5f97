import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import { endAlert, insertAlert } from './alertQueries.ts'
import { alertKinds, alertWords, isAlertKind } from './alerts.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { addAlertPath, endAlertPath, safetyPath } from './paths.ts'

const alertForm = form({
  id: 'alert',
  fields: {
    kind: {
      kind: 'choice',
      label: 'What is it about?',
      required: 'Choose what the alert is about',
      options: Object.entries(alertKinds).map(([value, { label }]) => ({ value, label })),
    },
    text: {
      kind: 'textarea',
      label: 'What must be known and done?',
      hint: 'Everybody who opens this record reads it. Say what to do, like “Ring before you come, the dog is let out”.',
      required: 'Say what must be known and done',
      maxLength: 500,
      rows: 3,
    },
  },
})

const addAlertRoutes = formPage({
  path: addAlertPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Raised an alert',
  view: 'Opened the form to raise an alert',
  load: loadOfForm,
  form: () => alertForm,
  title: () => 'Raise an alert',
  back: child => safetyPath.to(child),
  frame: childFrame('safety'),
  submit: 'Raise alert',
  async save({ tx, who, now }, { kind, text }, { childId }) {
    if (!isAlertKind(kind)) return redirect(addAlertPath.to({ childId }))
    const { serviceId, userId: by } = who
    await insertAlert(tx, { serviceId, childId, kind, text, by, at: now })
    return redirect(safetyPath.to({ childId }), 'The alert has been raised.')
  },
})

const endAlertRoutes = formPage({
  path: endAlertPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Ended an alert',
  view: 'Opened the form to end an alert',
  async load(request) {
    const loaded = await loadOfForm(request)
    if (!loaded.ok) return loaded
    const { childId, alerts } = loaded.value
    const alert = alerts.find(({ alertId }) => alertId === request.params.alertId)
    return alert
      ? ok({ childId, alert })
      : refused(redirect(safetyPath.to({ childId }), 'The alert has ended already.'))
  },
  form: () =>
    form({
      id: 'end-alert',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why is it no longer needed?',
          required: 'Say why the alert is no longer needed',
          maxLength: 500,
        },
      },
    }),
  title: () => 'End an alert',
  intro: ({ alert }) => (
    <p class="govuk-body">
      <strong>{alertWords(alert.kind).label}</strong>: <bdi>{alert.text}</bdi>
    </p>
  ),
  back: ({ childId }) => safetyPath.to({ childId }),
  frame: childFrame('safety'),
  submit: 'End alert',
  isWarning: true,
  async save({ tx, now }, _values, { childId, alert }) {
    const ended = await endAlert(tx, alert.alertId, now)
    return redirect(
      safetyPath.to({ childId }),
      ended ? 'The alert has ended.' : 'The alert has ended already.',
    )
  },
})

export const alertRoutes = [...addAlertRoutes, ...endAlertRoutes]
