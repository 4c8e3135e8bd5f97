import { roleNames } from '../../platform/access/index.ts'
import { Picture } from '../../ui/pictures/Picture.tsx'
import { isPicture } from '../../ui/pictures/pictures.ts'
import type { OwnPerson } from './cardQueries.ts'

/** Somebody who works with the child, and how to reach them. */
export function Person({ person }: { person: OwnPerson }) {
  const { name, called, does, phone, reach, picture, roles } = person
  const number = phone.replace(/[^\d+]/g, '')
  return (
    <article class="tl-easy-goal">
      <Picture name={isPicture(picture) ? picture : 'worker'} size="large" />
      <div>
        <h3>
          <bdi>{called === '' ? name : called}</bdi>
        </h3>
        <p>
          <bdi>{does === '' ? roles.map(role => plainRole[role] ?? roleNames[role]).join(', ') : does}</bdi>
        </p>
        {number !== '' && (
          <p>
            <a class="tl-own-button" href={`tel:${number}`}>
              Ring {phone}
            </a>
            <a class="tl-own-button" href={`sms:${number}`}>
              Text
            </a>
          </p>
        )}
        {reach !== '' && (
          <p>
            <bdi>{reach}</bdi>
          </p>
        )}
      </div>
    </article>
  )
}

/** The title of the account can say what the service is for, and the page is for eyes over a shoulder too. */
const plainRole: Partial<Record<OwnPerson['roles'][number], string>> = {
  officer: 'Worker',
  senior: 'Worker',
  'victim-worker': 'Worker',
}
