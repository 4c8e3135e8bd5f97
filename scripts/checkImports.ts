/**
 * Reads every import of the program and says which go against the arrows of docs/architecture.md.
 * `node scripts/checkImports.ts` prints one line a fault, `file: imports X: rule`, and ends with 1 if
 * there is any.
 */
import { globSync, readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { type Expression, parseSync, Visitor } from 'oxc-parser'
import { importFault, isTest, packageFault, placeFault } from './importRules.ts'

/** A source file: its path from the top of the project, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Every fault of these files, one line each. */
export function checkImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const place = placeFault(path)
    return [...(place ? [`${path}: ${place}`] : []), ...importFaults(path, text)]
  })
}

function importFaults(path: string, text: string): readonly string[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) return [`${path}: cannot be read: ${errors[0]?.message}`]
  return importsOf(program).flatMap(specifier => {
    if (specifier === undefined && isTest(path)) return []
    if (specifier === undefined)
      return [`${path}: imports a file that is not named: name it, so that it can be checked`]
    const isPath = specifier.startsWith('.')
    const target = isPath ? posix.join(posix.dirname(path), specifier) : specifier
    const fault = isPath ? importFault(path, target) : packageFault(path, target)
    return fault ? [`${path}: imports ${target}: ${fault}`] : []
  })
}

/** What a file imports or passes on, types included; undefined for a file that is named only when it runs. */
function importsOf(program: ReturnType<typeof parseSync>['program']): readonly (string | undefined)[] {
  const found: (string | undefined)[] = []
  const visitor = new Visitor({
    ImportDeclaration: node => found.push(node.source.value),
    ExportAllDeclaration: node => found.push(node.source.value),
    ExportNamedDeclaration: node => node.source && found.push(node.source.value),
    ImportExpression: ({ source }) => found.push(namedBy(source)),
    TSImportType: node => found.push(node.source.value),
  })
  visitor.visit(program)
  return found
}

/** What an import when it runs names: a text, or the package that a text with gaps begins with. A path with gaps is not named. */
function namedBy(source: Expression): string | undefined {
  if (source.type === 'Literal') return typeof source.value === 'string' ? source.value : undefined
  if (source.type !== 'TemplateLiteral') return undefined
  const start = source.quasis[0]?.value.cooked ?? ''
  const isWhole = source.expressions.length === 0
  return isWhole || /^[@a-z][^/]*\//.test(start) ? start : undefined
}

/** The source files of the program below `top`, in order. */
function sourceFiles(top: string): readonly SourceFile[] {
  return globSync('{src,practice,e2e}/**/*.{ts,tsx}', { cwd: top })
    .map(path => path.replaceAll('\\', '/'))
    .toSorted()
    .map(path => ({ path, text: readFileSync(resolve(top, path), 'utf8') }))
}

if (import.meta.main) {
  const files = sourceFiles(resolve(import.meta.dirname, '..'))
  const faults = checkImports(files)
  for (const fault of faults) console.error(fault)
  const found =
    faults.length === 0 ? 'no fault' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`
  console.log(`imports: ${files.length} files, ${found}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
