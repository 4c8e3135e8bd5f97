import { type Breadcrumb, Breadcrumbs } from '../../ui/govuk/index.ts'
import { adminPath, peoplePath } from './paths.ts'

/** The way back up, above every page of the administration. */
export function Above({ pages = [] }: { pages?: readonly Breadcrumb[] }) {
  return <Breadcrumbs items={[{ text: 'Admin', href: adminPath.to() }, ...pages]} />
}

export const abovePerson = <Above pages={[{ text: 'People', href: peoplePath.to() }]} />
