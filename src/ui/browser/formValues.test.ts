import { describe, expect, it } from 'vitest'
import { formValues } from './formValues.ts'

describe('what a draft holds', () => {
  it('is each field by its name, and a list where a name stands more than once', () => {
    const form: [string, string][] = [
      ['note', 'Seen at home'],
      ['need', 'speech'],
      ['need', 'housing'],
      ['need', 'health'],
    ]
    expect(formValues(form)).toEqual({ note: 'Seen at home', need: ['speech', 'housing', 'health'] })
  })

  it('is never the token, a password or a file', () => {
    const form: [string, FormDataEntryValue][] = [
      ['_csrf', 'secret'],
      ['password', 'secret'],
      ['letter', new File(['x'], 'letter.pdf')],
      ['note', ''],
    ]
    expect(formValues(form, ['password'])).toEqual({ note: '' })
  })
})
