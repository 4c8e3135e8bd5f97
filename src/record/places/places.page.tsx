import { form, formPage, type Typed, yesNo } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { reachOf } from '../../platform/access/index.ts'
import { notFound, page, path, redirect, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type Place, suitable } from './place.ts'
import { changePlace, findPlace, insertPlace, isNameTaken, listPlaces } from './placeQueries.ts'

export const placesPath = path('/places')
const addPlacePath = path('/places/add')
const editPlacePath = path('/places/:placeId/edit')

const listRoute = route({
  method: 'GET',
  path: placesPath,
  permission: 'contacts.see',
  audit: { kind: 'none', why: 'places are not about a child' },
  async handle({ tx, who }) {
    const places = await listPlaces(tx, 'all')
    const canManage = reachOf('places.manage', who.roles) !== undefined
    return page(
      'Places',
      <>
        <PageHeaderActions
          heading="Places"
          actions={canManage ? [{ href: addPlacePath.to(), text: 'Add a place' }] : []}
        />
        {places.length === 0 ? (
          <EmptyState title="No places yet">
            Rooms and buildings where children are met stand here, with what each suits. Once one is added it
            is offered when an appointment is planned.
          </EmptyState>
        ) : (
          <PlaceTable places={places} canManage={canManage} />
        )}
      </>,
      { above: <BackLink href="/appointments">Appointments</BackLink> },
    )
  },
})

function PlaceTable({ places, canManage }: { places: Place[]; canManage: boolean }) {
  return (
    <SortableTable
      id="places"
      caption="Places where children are met"
      rows={places}
      rowKey={({ placeId }) => placeId}
      columns={[
        {
          key: 'name',
          heading: 'Name',
          isRowHeader: true,
          cell: it =>
            canManage ? (
              <a class="govuk-link" href={editPlacePath.to(it)}>
                {it.name}
              </a>
            ) : (
              it.name
            ),
        },
        { key: 'address', heading: 'Address', cell: it => it.address },
        { key: 'suits', heading: 'Suits', cell: it => it.suitsWords },
        { key: 'note', heading: 'To know', cell: it => <span class="tl-keep-lines">{it.note}</span> },
        { key: 'stands', heading: 'In use', cell: it => (it.closedAt ? 'No longer' : 'Yes') },
      ]}
    />
  )
}

const fields = {
  name: { kind: 'text', label: 'Name', required: 'Enter the name', maxLength: 80 },
  address: { kind: 'text', label: 'Address', required: 'Enter the address', maxLength: 200 },
  suits: {
    kind: 'choices',
    label: 'What does it suit?',
    hint: 'Private talks: nobody overhears. High risk: two ways out, and somebody within call.',
    options: Object.entries(suitable).map(([value, label]) => ({ value, label })),
  },
  note: {
    kind: 'textarea',
    label: 'What must be known?',
    hint: 'Hours, how to book, the door, who to ask for',
    maxLength: 1_000,
    rows: 3,
  },
} as const

const taken = {
  kind: 'errors' as const,
  errors: [{ field: 'name', message: 'There is a place with this name. Choose another name' }],
}

const addRoutes = formPage({
  path: addPlacePath,
  permission: 'places.manage',
  change: 'Added a place',
  load: async () => ok({}),
  form: () => form({ id: 'place', fields }),
  title: () => 'Add a place',
  back: () => placesPath.to(),
  submit: 'Save',
  async save({ tx, who }, values) {
    if (await isNameTaken(tx, values.name, null)) return taken
    await insertPlace(tx, who.serviceId, values)
    return redirect(placesPath.to(), 'The place has been added.')
  },
})

const typedOf = (it: Place): Typed => ({
  name: it.name,
  address: it.address,
  suits: it.suits,
  note: it.note,
  'in-use': it.closedAt ? 'no' : 'yes',
})

const editRoutes = formPage({
  path: editPlacePath,
  permission: 'places.manage',
  change: 'Changed a place',
  async load({ tx, params }) {
    const place = await findPlace(tx, params.placeId ?? '')
    return place ? ok({ place }) : refused(notFound)
  },
  form: () =>
    form({
      id: 'place',
      fields: {
        ...fields,
        'in-use': {
          kind: 'choice',
          label: 'Is it still in use?',
          hint: 'A place that is not is no longer offered. Appointments that were planned there stay as they are.',
          required: 'Say whether it is still in use',
          options: yesNo,
        },
      },
    }),
  title: ({ place }) => place.name,
  back: () => placesPath.to(),
  initial: ({ place }) => typedOf(place),
  version: ({ place }) => place.version,
  row: ({ place }) => ({ table: 'meeting_place', key: { place_id: place.placeId } }),
  submit: 'Save',
  async save({ tx, now }, { 'in-use': inUse, ...said }, { place }) {
    const isOpen = inUse === 'yes'
    if (isOpen && (await isNameTaken(tx, said.name, place.placeId))) return taken
    const closedAt = isOpen ? null : (place.closedAt ?? now)
    if (await changePlace(tx, place, { ...said, closedAt }))
      return redirect(placesPath.to(), 'The place has been saved.')
    const theirs = await findPlace(tx, place.placeId)
    return theirs ? { kind: 'collision', theirs: typedOf(theirs), version: theirs.version } : notFound
  },
})

export const placeRoutes = [listRoute, ...addRoutes, ...editRoutes]
