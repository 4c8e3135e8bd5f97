import { type Fields, type Form, form, formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { setReason } from '../../platform/database/index.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { childFrame } from './frame.tsx'
import { onePersonPath, peoplePath } from './paths.ts'
import { changePerson, findPerson, type Person } from './personQueries.ts'
import {
  haveSameName,
  onePersonOf,
  type PersonChoices,
  type PersonDifference,
  personDifferences,
} from './samePerson.ts'
import { setSameAs } from './samePersonQueries.ts'

type Loaded = { childId: string; kept: Person; other: Person; differences: PersonDifference[] }

async function load({ tx, params }: Request): Promise<Result<Loaded, Answer>> {
  const { childId = '', personId = '', otherId = '' } = params
  const [kept, other] = [await findPerson(tx, childId, personId), await findPerson(tx, childId, otherId)]
  if (!kept || !other || kept.personId === other.personId || !haveSameName(kept, other))
    return refused(notFound)
  return ok({ childId, kept, other, differences: personDifferences(kept, other) })
}

function formOf({ differences }: Loaded): Form {
  const asked: Fields = Object.fromEntries(
    differences.map(({ part, label, kept, other }) => [
      part,
      {
        kind: 'choice',
        label,
        required: `Choose which to keep: ${label.toLowerCase()}`,
        options: [
          { value: 'kept', label: kept === '' ? 'Nothing' : kept, hint: 'In the first entry' },
          { value: 'other', label: other === '' ? 'Nothing' : other, hint: 'In the second entry' },
          ...(part === 'note' && kept !== '' && other !== ''
            ? [{ value: 'both', label: 'Both, one below the other' }]
            : []),
        ],
      },
    ]),
  )
  return form({ id: 'one-person', fields: asked })
}

/** Two entries of one person become one, as after two records were merged: what differs is chosen, nothing is lost. */
export const onePersonRoutes = formPage<Fields, Loaded>({
  path: onePersonPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Made one entry of two of the same person',
  view: 'Compared two entries that may be one person',
  load,
  form: formOf,
  title: ({ kept }) => `Make one entry of ${kept.name}?`,
  intro: loaded => <Intro {...loaded} />,
  back: child => peoplePath.to(child),
  frame: childFrame('people'),
  // Either of them may have been changed since.
  version: ({ kept, other }) => kept.version + other.version,
  initial: ({ differences }) =>
    Object.fromEntries(differences.flatMap(({ part, likelier }) => (likelier ? [[part, likelier]] : []))),
  submit: 'Make one entry',
  async save({ tx }, _values, { childId, kept, other, differences }, answers) {
    const choices: PersonChoices = {}
    for (const { part } of differences) {
      const answer = answers[part]
      if (answer === 'kept' || answer === 'other' || answer === 'both') choices[part] = answer
    }
    await setReason(tx, 'Two entries of the same person were made one')
    const isDone =
      (await changePerson(tx, kept, onePersonOf(kept, other, choices))) &&
      (await setSameAs(tx, other, kept.personId))
    const there = peoplePath.to({ childId })
    return isDone
      ? redirect(there, 'The two entries are one now.')
      : turnBack(there, 'Not saved: somebody else has changed one of the entries in the meantime.')
  },
})

function Intro({ kept, other, differences }: Loaded) {
  const isBarred = kept.mustNotBeContacted || other.mustNotBeContacted
  return (
    <>
      <p class="govuk-body">
        Only do this if you know that it is the same person: relatives may share a name and a phone number.
        The first entry stays. The second is no longer shown, and can be parted from it again under People.
        Where they came from two records that were merged, taking the merge back parts them too.
      </p>
      {differences.length === 0 && <p class="govuk-body">The two entries say the same.</p>}
      {isBarred && (
        <WarningText>
          {kept.mustNotBeContacted && other.mustNotBeContacted ? 'Both entries say' : 'One entry says'} that
          this person must not be contacted. That stays, with the reason. If it is wrong, change it
          afterwards.
        </WarningText>
      )}
    </>
  )
}
