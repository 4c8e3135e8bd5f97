import type { KnownOfForms, SecondLook } from '../../../src/engine/assessments/index.ts'
import { type Answers, chosenIn, rowsOf } from '../../../src/engine/forms/index.ts'

/** Whom we ask before anybody else, as a sentence names them. */
const ownSources: Readonly<Record<string, string>> = {
  child: 'the child',
  parent: 'a parent or carer',
  'own-records': 'our own records',
}

/** `the child, a parent or carer and our own records` */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/**
 * What inspectors have often found missing in assessments and plans: what is done if things go wrong, those who were harmed, risk to
 * others, a review after something happened, what partners know. The questions are the service’s own. They stop nobody.
 */
const looks = {
  partners: (answers: Answers) => {
    const asked = chosenIn(answers['asked-of'])
    if (asked.length === 0 || !asked.every(who => Object.hasOwn(ownSources, who))) return undefined
    const only = Object.entries(ownSources).flatMap(([who, words]) => (asked.includes(who) ? [words] : []))
    const verb = only.length > 1 || asked.includes('own-records') ? 'were' : 'was'
    return `What do the school, the police, health and children’s social care know? Only ${listed(only)} ${verb} asked.`
  },
  harmed: ({ harmed, 'harmed-wishes': wishes }: Answers, { harmSaid }: KnownOfForms) => {
    if (harmed !== undefined && harmed !== 'yes' && harmSaid !== '')
      return `${harmSaid} says that somebody was harmed, and this form does not. Which is right?`
    if (harmed === 'not-known') return 'Who can say whether anybody was harmed, and when will it be asked?'
    return wishes === 'not-asked'
      ? 'Those who were harmed have not been asked what they wish. Who asks them, and by when?'
      : undefined
  },
  'risk-to-others': ({ harmed, 'serious-harm': level }: Answers) =>
    harmed === 'yes' && level === 'low'
      ? 'Somebody was harmed, and the risk of serious harm is judged low. Do the reasons say what makes it low?'
      : undefined,
  contingencies: ({ 'if-things': rows, ...answers }: Answers) => {
    const isHigh = ['reoffending', 'serious-harm', 'safety-wellbeing'].some(name =>
      ['high', 'very-high'].includes(String(answers[name])),
    )
    const count = rowsOf(rows).length
    if (count === 0) return 'What is done if things go wrong? Nothing is written yet.'
    return isHigh && count === 1
      ? 'A judgement is high, and one possibility is written. What else could happen?'
      : undefined
  },
  'after-event': ({ events, 'plan-fits': fits }: Answers, { happened }: KnownOfForms) => {
    const isSaid = chosenIn(events).some(each => each !== 'nothing')
    if (fits !== 'yes' || (!isSaid && happened.length === 0)) return undefined
    const named = happened.length > 0 ? ` (${happened.join('; ')})` : ''
    return `Something has happened since last time${named}, and the plan stays as it is. Does it still fit?`
  },
  'against-record': ({ events }: Answers, { happened }: KnownOfForms) =>
    happened.length > 0 && chosenIn(events).every(each => each === 'nothing')
      ? `The record says: ${happened.join('; ')}. Here it says that nothing of these has happened. Which is right, and what does it mean?`
      : undefined,
  therapist: ({ communication }: Answers, { signedForms }: KnownOfForms) =>
    communication === 'none' && !signedForms.includes('communication')
      ? 'No signed assessment by a speech and language therapist stands in this record. Where is it written that there is no need, and should a therapist look?'
      : undefined,
} as const

/** The questions back of a form, each with the section of it in which it stands. */
export const secondLooks = (sections: Partial<Record<keyof typeof looks, string>>): readonly SecondLook[] =>
  Object.entries(looks).flatMap(([id, ask]) => {
    const section = sections[id as keyof typeof looks]
    return section === undefined ? [] : [{ id, section, ask }]
  })
