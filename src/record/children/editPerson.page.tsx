import { type Check, formPage } from '../../engine/forms/index.ts'
import { type Ok, ok, refused } from '../../kernel/result.ts'
import { notFound, type Request, redirect } from '../../platform/http/index.ts'
import { addPerson } from './addPerson.ts'
import { barredBy } from './barred.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { addPersonPath, peoplePath, personPath } from './paths.ts'
import { type NewPersonValues, newPersonForm, personForm, personFrom, personTyped } from './person.form.ts'
import { changePerson, findPerson, listPeople } from './personQueries.ts'
import { SameNameWarning } from './SameName.tsx'

/** Somebody who may be contacted, with the name of somebody who must not be, is looked at before it is saved. */
async function checkName(
  { tx }: Pick<Request, 'tx'>,
  { name, contact }: Pick<NewPersonValues, 'name' | 'contact'>,
  { childId, personId }: { childId: string; personId?: string },
): Promise<Ok<Check | undefined>> {
  const others = (await listPeople(tx, childId)).filter(person => person.personId !== personId)
  const barred = contact === 'yes' ? barredBy(others, name) : []
  return ok(
    barred.length === 0
      ? undefined
      : { body: <SameNameWarning barred={barred} />, submit: 'Save: it is another person' },
  )
}

const addPersonRoutes = formPage({
  path: addPersonPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Added somebody around the child',
  view: 'Opened the form to add somebody',
  load: loadOfForm,
  form: () => newPersonForm,
  title: () => 'Add somebody around the child',
  back: child => peoplePath.to(child),
  frame: childFrame('people'),
  submit: 'Add',
  check: (request, values, { childId }) => checkName(request, values, { childId }),
  async save({ tx, who }, values, { childId }) {
    await addPerson(tx, { serviceId: who.serviceId, childId, ...personFrom(values) })
    return redirect(peoplePath.to({ childId }), 'The person has been added.')
  },
})

const editPersonRoutes = formPage({
  path: personPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Changed what is known of somebody around the child',
  view: 'Opened the form to change an entry',
  async load({ tx, params }) {
    const person = await findPerson(tx, params.childId ?? '', params.personId ?? '')
    return person ? ok(person) : refused(notFound)
  },
  form: () => personForm,
  title: () => 'Change what is known of this person',
  back: person => peoplePath.to(person),
  initial: personTyped,
  version: person => person.version,
  row: person => ({ table: 'child_person', key: { child_person_id: person.personId } }),
  frame: childFrame('people'),
  submit: 'Save',
  check: (request, values, person) => checkName(request, values, person),
  async save({ tx, now }, values, person) {
    const endedAt = values.still === 'no' ? (person.endedAt ?? now) : null
    if (await changePerson(tx, person, { ...personFrom(values), endedAt }))
      return redirect(peoplePath.to(person), 'The entry has been saved.')
    const theirs = await findPerson(tx, person.childId, person.personId)
    if (!theirs) return notFound
    return { kind: 'collision', theirs: personTyped(theirs), version: theirs.version }
  },
})

export const changePeopleRoutes = [...addPersonRoutes, ...editPersonRoutes]
