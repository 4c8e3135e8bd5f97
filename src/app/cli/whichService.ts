import { listServices, type Service } from '../serviceQueries.ts'
import { CommandFault } from './io.ts'

/** The service that a command is about: the one named by name or id, or the only one. */
export async function whichService(ownerUrl: string, said: string | undefined): Promise<Service> {
  const services = await listServices(ownerUrl)
  const found = services.filter(
    ({ serviceId, name }) =>
      said === undefined || serviceId === said || name.toLowerCase() === said.toLowerCase(),
  )
  const [only] = found
  if (only && found.length === 1) return only
  const names = services.map(({ serviceId, name }) => `\n  ${name}  (${serviceId})`).join('')
  if (services.length === 0)
    throw new CommandFault('There is no service yet. Add one: throughline service add "Name of the service"')
  if (found.length === 0) throw new CommandFault(`There is no service “${said}”. There are:${names}`)
  throw new CommandFault(`Say which service with --service. There are:${names}`)
}
