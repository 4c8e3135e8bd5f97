/**
 * What must be there before anything of ours can run: the packages of the lock file and a build of the
 * sources as they are now. Runs on any Node from 20 on, so it uses nothing newer and no package.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'
const installedMark = join(root, 'node_modules', '.installed-for')
const builtMark = join(root, 'dist', '.built-for')

/** The Node that the project pins, inside node_modules. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  say(`\n${text}`)
  process.exit(1)
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** A short name for the contents of everything that the build reads. */
function sourcesNow() {
  const hash = createHash('sha256').update(process.platform)
  const folders = ['src', 'practice', 'scripts'].map(name => join(root, name)).filter(existsSync)
  for (const file of [...folders.flatMap(filesUnder), join(root, 'package-lock.json')]) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}:${size}:${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** The lock file as it is now, with the platform, since packages differ by platform. */
function lockNow() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex')
}

/** Installs the packages of the lock file, unless that has been done for this lock file. */
export function install() {
  if (read(installedMark) === lockNow() && existsSync(pinnedNode)) return
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20) fail(`Throughline needs Node 20 or newer to install itself; this is ${process.version}.`)
  // npm empties the folder before it fills it, and through a link that is somebody else's folder.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail(
      'node_modules is a link to another folder, which installing would empty. Remove the link; then run this again.',
    )
  say('Installing the packages of the lock file (once; a minute or so) …')
  const npm = process.env.npm_execpath
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=true']
  const result = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  if (result.status !== 0)
    fail('The packages could not be installed. The lines above say why; then run this again.')
  if (!existsSync(pinnedNode)) {
    fail('The pinned Node did not arrive. Allow install scripts for the package "node" (npm rebuild node).')
  }
  writeFileSync(installedMark, lockNow())
}

/** Builds the program and its assets into dist/, unless that has been done for these sources. */
export function build() {
  const sources = sourcesNow()
  if (read(builtMark) === sources) return
  say('Building …')
  const result = spawnSync(pinnedNode, [join(root, 'scripts', 'build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) fail('The build failed. The lines above say where.')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(builtMark, sources)
}

/**
 * Runs a program on the pinned Node in place of this process: its exit code becomes ours. Ctrl-C reaches the
 * child by itself, since the terminal sends it to both; a signal sent to this process alone is passed on.
 */
export function runPinned(words) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(windows ? ';' : ':')
  const child = spawn(pinnedNode, words, { stdio: 'inherit', env: { ...process.env, PATH: path } })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}
