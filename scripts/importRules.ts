/**
 * Which file may import which, after docs/architecture.md. Paths are from the top of the project, with
 * forward slashes; whatever is not a path is a package or a built-in module.
 */

/** What a room of src may import besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  ui: ['kernel'],
  platform: ['kernel'],
  engine: ['platform', 'ui', 'kernel'],
  record: ['engine', 'platform', 'ui', 'kernel'],
  harm: ['record', 'engine', 'platform', 'ui', 'kernel'],
  service: ['harm', 'record', 'engine', 'platform', 'ui', 'kernel'],
  app: ['service', 'harm', 'record', 'engine', 'platform', 'ui', 'kernel'],
  practice: ['engine', 'kernel'],
}

/** A test of practice runs definitions as the engine does, and may import what the engine may. */
const practiceTestArrows = ['engine', 'platform', 'ui', 'kernel']

/** Where tests get a whole running service from; every room's tests may. */
const testBench = 'src/app/testkit/'

/** Rooms whose folders are slices, entered only through their index. */
const slicedRooms = ['record', 'harm', 'service', 'engine', 'platform']

/** Files that may be entered beside an index: plain lists without I/O, which a pure room reads without loading the rest of the slice. */
const otherDoors = ['src/platform/access/roles.ts']

/** Rooms that stand on nothing but themselves and what `arrows` says: no package, no built-in module. */
const pureRooms = ['kernel', 'practice']

const vagueFolders = ['utils', 'helpers', 'services', 'common']

/** The room a file is in: `kernel`, `practice`, `e2e` …; undefined outside all of them. */
export function roomOf(path: string): string | undefined {
  const [top, room, ...rest] = path.split('/')
  if (top === 'src') return room !== undefined && rest.length > 0 ? room : undefined
  return top === 'practice' || top === 'e2e' ? top : undefined
}

/** What is wrong with where a file stands; undefined when nothing is. */
export function placeFault(path: string): string | undefined {
  const vague = path
    .split('/')
    .slice(0, -1)
    .find(folder => vagueFolders.includes(folder))
  if (vague) return `a folder called ${vague} says nothing: name it after what it holds`
  const room = roomOf(path)
  if (room === undefined || (room !== 'e2e' && !(room in arrows))) return 'stands in no room of the house'
  return undefined
}

/** The rule that forbids `from` to import the project's file `to`; undefined when it may. */
export function importFault(from: string, to: string): string | undefined {
  const fromRoom = roomOf(from)
  const toRoom = roomOf(to)
  if (fromRoom === undefined || fromRoom === 'e2e') return undefined
  if (toRoom === 'e2e') return 'journeys are imported by nobody'
  if (toRoom === undefined) {
    return fromRoom === 'app' || fromRoom === 'platform'
      ? undefined
      : 'only app and platform look outside the house'
  }
  if (isTest(to)) return isTest(from) ? undefined : 'a test is imported by tests only'
  if (fromRoom === toRoom) return doorFault(from, to)
  if (toRoom === 'practice') {
    if (fromRoom !== 'app') return 'practice is read only through engine; app puts it in'
    return to === 'practice/index.ts' ? undefined : 'practice is entered only through its index.ts'
  }
  const allowed = fromRoom === 'practice' && isTest(from) ? practiceTestArrows : (arrows[fromRoom] ?? [])
  if (!allowed.includes(toRoom) && !(from.startsWith('src/platform/http/') && toRoom === 'ui')) {
    return allowed.length === 0
      ? `${fromRoom} imports nothing but itself`
      : `${fromRoom} imports only ${allowed.join(', ')}`
  }
  return doorFault(from, to)
}

/** The rule that forbids `from` to import a package or built-in module; undefined when it may. */
export function packageFault(from: string, name: string): string | undefined {
  const room = roomOf(from)
  if (room === undefined || isTest(from)) return undefined
  if (pureRooms.includes(room)) return `${room} is pure and imports no package`
  return room === 'engine' && name.startsWith('node:') ? 'engine is pure and does no I/O' : undefined
}

function doorFault(from: string, to: string): string | undefined {
  const slice = sliceOf(to)
  if (slice === undefined || slice === sliceOf(from)) return undefined
  const isDoor = to === `${slice}/index.ts` || to === `${slice}/index.tsx` || otherDoors.includes(to)
  return isDoor ? undefined : `${slice} is entered only through its index.ts`
}

/** The folder of the slice a file is in; undefined outside any. */
function sliceOf(path: string): string | undefined {
  const room = roomOf(path)
  const [src, , slice, ...rest] = path.split('/')
  if (room === undefined || !slicedRooms.includes(room) || rest.length === 0) return undefined
  return `${src}/${room}/${slice}`
}

/** A test, or what only tests use: `*.testkit.ts` and the test bench. */
export function isTest(path: string): boolean {
  return path.startsWith(testBench) || /\.(test|testkit)\.tsx?$/.test(path)
}
