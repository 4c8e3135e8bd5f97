import { describe, expect, it, test } from 'vitest'
import type { ArrivalForm } from '../arrivals/index.ts'
import { byAnswer, end, type Pathway } from '../pathways/index.ts'
import { faultsOf, letter, pathwayFaults, sound, soundPack, steps } from './definitions.testkit.ts'

describe('a fault of a form by which children arrive is named', () => {
  test.each<[string, Partial<ArrivalForm>, string]>([
    [
      'a topic said by a question that it does not ask',
      { says: { ...letter.says, postcode: 'where' } },
      'The form “letter” says “postcode” by the question “where”, which it does not ask.',
    ],
    [
      'a topic said by a question of another kind',
      { says: { ...letter.says, 'birth-date': 'family' } },
      'The form “letter” says “birth-date” by the question “family”, which is not a date.',
    ],
    [
      'a day that may be left empty',
      { fields: { ...letter.fields, received: { kind: 'date', label: 'Received on' } } },
      'The form “letter” must ask for “received”, so that it is never left empty.',
    ],
    [
      'an unknown code list',
      { fields: { ...letter.fields, sex: { kind: 'code', label: 'Sex', list: 'sexes' } } },
      'The form “letter” asks “sex” by the code list “sexes”, which does not exist.',
    ],
    [
      'a question that hangs on one asked later',
      {
        fields: {
          early: { kind: 'text', label: 'Early', appliesWhen: { field: 'which', is: ['on'] } },
          ...letter.fields,
        },
      },
      'In the fields of the form “letter” the field “early” hangs on “which”, which is not asked before it.',
    ],
    [
      'two questions whose answers would stand in one column of a file',
      {
        fields: {
          ...letter.fields,
          which_: { kind: 'text', label: 'Which' },
          'which-': { kind: 'text', label: 'W' },
        },
      },
      'The form “letter” has two questions in the column “which_” of a file.',
    ],
    [
      'a question in a column that says something else',
      { fields: { ...letter.fields, route: { kind: 'text', label: 'Way there' } } },
      'The form “letter” asks in the column “route” of a file, which is there for something else.',
    ],
    [
      'an example of what is not asked',
      { example: { ...letter.example, colour: 'Blue' } },
      'The form “letter” gives an example of “colour”, which it does not ask.',
    ],
    [
      'a question for a colleague',
      { fields: { ...letter.fields, who: { kind: 'person', label: 'Who?', roles: ['officer'] } } },
      'The form “letter” asks “who” as a person, which no arrival brings.',
    ],
  ])('%s', (_what, change, fault) => {
    const faults = faultsOf({ ...soundPack, forms: [{ ...letter, ...change }] })
    expect(faults).toEqual([`practice/somewhere/forms.ts: ${fault}`])
  })

  it('a route that two pathways describe otherwise', () => {
    const second = { ...sound, id: 'second', routesIn: { school: { title: 'A school', form: 'letter' } } }
    expect(faultsOf({ ...soundPack, pathways: [sound, second] })).toEqual([
      'practice/somewhere/sound.ts: The route in “school” is another one in the pathway “sound”: its title, form or sender differs.',
    ])
  })

  it('a pathway may bring a form of its own', () => {
    const second = {
      ...sound,
      id: 'second',
      forms: [{ ...letter, id: 'note' }],
      routesIn: { club: { title: 'Club', form: 'note' } },
    }
    expect(faultsOf({ ...soundPack, pathways: [sound, second] })).toEqual([])
  })
})

describe('a fault of a route by which children come is named', () => {
  test.each<[string, Partial<Pathway>, string]>([
    [
      'a route in with an unknown form',
      { routesIn: { school: { title: 'School', form: 'lettre' } } },
      'The route in “school” brings the form “lettre”, which does not exist.',
    ],
    [
      'a route in that hangs on an answer nobody can give',
      { routesIn: { school: { title: 'School', form: 'letter', accepts: { which: ['up'] } } } },
      'The route in “school” hangs on the answer “up”, which “which” does not offer.',
    ],
    [
      'a route of records from other services that brings a form',
      { routesIn: { school: { title: 'School', form: 'letter', handedOver: true } } },
      'The route in “school” is that of records that another service hands over, and brings a form.',
    ],
    [
      'a second route of records from other services',
      {
        routesIn: {
          ...sound.routesIn,
          there: { title: 'There', handedOver: true },
          elsewhere: { title: 'Elsewhere', handedOver: true },
        },
      },
      'The route in “elsewhere” is a second one for records that another service hands over.',
    ],
    [
      'a route of records from other services where the first step hangs on an answer',
      {
        ...steps({
          open: {
            to: byAnswer('begins', { yes: 'one', no: end('stopped') }),
            fields: {
              begins: {
                kind: 'choice',
                label: 'Does it begin?',
                required: 'Say whether it begins',
                options: [
                  { value: 'yes', label: 'Yes' },
                  { value: 'no', label: 'No' },
                ],
              },
            },
          },
        }),
        routesIn: { there: { title: 'There', handedOver: true } },
      },
      'The route in “there” is that of records that another service hands over, but no case opens without an answer.',
    ],
    [
      'a question of the form that the first step asks in another way',
      steps({
        open: { fields: { which: { kind: 'text', label: 'Which?' } } },
        move: { to: 'two', fields: {} },
        extra: { to: end('stopped') },
      }),
      'The route in “school” brings “which” as a choice, which the step that opens the case asks as a text.',
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })
})
