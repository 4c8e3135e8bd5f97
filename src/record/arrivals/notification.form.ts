import { form, type Option, yesNo } from '../../engine/forms/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { codeOptions } from '../children/index.ts'

/** Every outcome there is or was, with today's words where it has them: the day it was given decides which can be true. */
function outcomeOptions(today: Temporal.PlainDate): Option[] {
  const now = codeOptions('police-outcomes', today)
  const entries = findCodeList(practiceInUse(), 'police-outcomes')?.entries ?? []
  const others = entries.filter(({ code }) => !now.some(({ value }) => value === code))
  return [...now, ...new Map(others.map(({ code, label }) => [code, { value: code, label }])).values()]
}

/**
 * A police notification: the questions of form YOT1, asked on a page and read from a file alike. The names are the
 * columns of the file with hyphens for underscores; docs/police-notifications.md describes it for whoever sends it.
 */
export function notificationForm(today: Temporal.PlainDate) {
  return form({
    id: 'police-notification',
    fields: {
      'police-reference': {
        kind: 'text',
        label: 'Police reference',
        hint: 'The crime or occurrence number. Several children of one crime have the same.',
        required: 'Enter the police reference',
        maxLength: 40,
        width: 'medium',
        pattern: {
          test: /^[\p{L}\p{N}][\p{L}\p{N} /._-]*$/u,
          message: 'Police reference: use letters, figures, spaces and / . _ - only',
        },
      },
      received: {
        kind: 'date',
        label: 'Received on',
        hint: 'The day the police sent it. The clocks start here.',
        required: 'Enter the day on which the notification was received',
        notAfterToday: 'Received on: the day cannot be in the future',
        earliest: { date: '2000-01-01', message: 'Received on: the day must be after 1 January 2000' },
      },
      'first-name': { kind: 'text', label: 'First name', isName: true, maxLength: 100 },
      'family-name': {
        kind: 'text',
        label: 'Family name',
        required: 'Enter the family name',
        isName: true,
        maxLength: 100,
      },
      'other-names': {
        kind: 'text',
        label: 'Other names the child uses',
        hint: 'Whole names, with a semicolon between them',
        isName: true,
        maxLength: 300,
        width: 'full',
      },
      'date-of-birth': {
        kind: 'date',
        known: true,
        label: 'Date of birth',
        notAfterToday: 'Date of birth: the day cannot be in the future',
        earliest: { date: '1990-01-01', message: 'Date of birth: the year must be 1990 or later' },
      },
      sex: { kind: 'choice', label: 'Sex', as: 'select', options: codeOptions('sex', today) },
      ethnicity: {
        kind: 'choice',
        label: 'Ethnicity, as the child describes it',
        as: 'select',
        options: codeOptions('ethnicity', today),
      },
      language: { kind: 'text', label: 'First language', maxLength: 60, width: 'medium' },
      'needs-interpreter': { kind: 'choice', label: 'Is an interpreter needed?', options: yesNo },
      address: {
        kind: 'text',
        label: 'Address',
        hint: 'Write “no fixed address” if there is none',
        maxLength: 300,
      },
      postcode: {
        kind: 'text',
        label: 'Postcode',
        maxLength: 10,
        width: 'short',
        pattern: {
          test: /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/,
          message: 'Postcode: enter a full postcode, like MK9 3AA, or leave it empty',
        },
      },
      phone: { kind: 'text', label: 'Phone', maxLength: 30, inputmode: 'tel', width: 'medium' },
      school: { kind: 'text', label: 'School or college', maxLength: 150 },
      'parent-name': { kind: 'text', label: 'Parent or carer', isName: true, maxLength: 150 },
      'parent-phone': {
        kind: 'text',
        label: 'Parent or carer’s phone',
        maxLength: 30,
        inputmode: 'tel',
        width: 'medium',
      },
      offence: {
        kind: 'text',
        label: 'What happened',
        required: 'Say what the child is said to have done',
        maxLength: 500,
      },
      'offence-code': {
        kind: 'text',
        label: 'Home Office offence code',
        maxLength: 8,
        width: 'short',
        pattern: {
          test: /^\d{3}[/]?\d{2}$/,
          message: 'Offence code: five figures, like 10501 or 105/01, or leave it empty',
        },
      },
      'offence-date': {
        kind: 'date',
        label: 'When it happened',
        notAfterToday: 'When it happened: the day cannot be in the future',
      },
      outcome: {
        kind: 'choice',
        label: 'Outcome',
        required: 'Choose the outcome',
        as: 'select',
        options: outcomeOptions(today),
      },
      'resolution-date': {
        kind: 'date',
        label: 'When the outcome was given',
        notAfterToday: 'When the outcome was given: the day cannot be in the future',
      },
      'victim-consent': {
        kind: 'choice',
        label: 'Has the victim agreed that we may get in touch?',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'not-asked', label: 'The police have not asked' },
          { value: 'no-victim', label: 'There is no victim' },
        ],
      },
      officer: { kind: 'text', label: 'Police officer', maxLength: 100, width: 'medium' },
      station: { kind: 'text', label: 'Station', maxLength: 100, width: 'medium' },
      notes: { kind: 'textarea', label: 'Anything else', maxLength: 2_100_000 },
    },
  })
}

export type NotificationForm = ReturnType<typeof notificationForm>
