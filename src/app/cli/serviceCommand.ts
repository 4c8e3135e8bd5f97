import type { Command } from 'commander'
import { addService, listServices } from '../serviceQueries.ts'
import { CommandFault, type Io, inColumns, printResult, withExamples, withJson } from './io.ts'
import { withInstallation } from './open.ts'

/** `throughline service add|list`: the youth justice services that this installation holds. */
export function addServiceCommands(program: Command, io: Io): void {
  const service = program.command('service').summary('add or list youth justice services')
  const add = service
    .command('add <name>')
    .description('Adds a youth justice service. Then add its administrator: throughline user add.')
    .action((name: string, options: { json?: boolean }) =>
      withInstallation(io, async ({ ownerUrl }) => {
        if (name.trim() === '') throw new CommandFault('Give the service a name.')
        const known = await listServices(ownerUrl)
        if (known.some(each => each.name.toLowerCase() === name.trim().toLowerCase()))
          throw new CommandFault(`There is a service “${name.trim()}” already.`)
        const serviceId = await addService(ownerUrl, { name })
        printResult(io, options, { serviceId, name: name.trim() }, [`Added ${name.trim()} (${serviceId}).`])
      }),
    )
  withExamples(withJson(add), 'throughline service add "Milton Brook Youth Justice Service"')
  const list = service
    .command('list')
    .description('Lists the services of this installation.')
    .action((options: { json?: boolean }) =>
      withInstallation(io, async ({ ownerUrl }) => {
        const services = await listServices(ownerUrl)
        const rows = services.map(({ serviceId, name, people, isDemonstration }) => [
          serviceId,
          name,
          `${people} ${people === 1 ? 'person' : 'people'}`,
          isDemonstration ? 'demonstration' : '',
        ])
        printResult(
          io,
          options,
          { services },
          rows.length > 0 ? inColumns(rows) : ['There is no service yet.'],
        )
      }),
    )
  withExamples(withJson(list), 'throughline service list --json')
}
