import type { ComponentChildren } from 'preact'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, notFound, type PageAnswer, page, type Request } from '../../platform/http/index.ts'
import { WithSide } from '../../ui/layout/WithSide.tsx'
import { IdentityBar } from '../../ui/moj/identity-bar/IdentityBar.tsx'
import { SideNavigation } from '../../ui/moj/side-navigation/SideNavigation.tsx'
import { alertTitles } from './alerts.ts'
import { ageWords, birthDateWords, type Child, nameOf } from './child.ts'
import { loadChild } from './childQueries.ts'
import { childPath } from './paths.ts'
import { type Section, sections } from './sections.ts'

const loaded = new WeakMap<Request, Promise<Child | undefined>>()

/** The child that a request is about, read once however often it is asked for. */
export function childOf(request: Request): Promise<Child | undefined> {
  const known = loaded.get(request) ?? loadChild(request.tx, request.params.childId ?? '')
  loaded.set(request, known)
  return known
}

type ChildPage = {
  /** Marked beside the page as where the reader is. */
  section: Section
  title: string
  /** What stands on the page; it has its own h1. A function where it needs the child. */
  body: ComponentChildren | ((child: Child) => ComponentChildren)
  /** Breadcrumbs or a back link. */
  above?: ComponentChildren
}

/** A page about a child: the identity bar above it and the sections of the record beside it. */
export async function childPage(request: Request, options: ChildPage): Promise<Answer> {
  const child = await childOf(request)
  if (!child) return notFound
  const { section, title, body, above } = options
  const answer = page(
    title,
    typeof body === 'function' ? body(child) : body,
    above === undefined ? {} : { above },
  )
  return inFrame(request, child, section, answer)
}

/** Sets a page that was made elsewhere (a form's) in the frame of the child that the request is about. */
export function childFrame(section: Section) {
  return async (request: Request, answer: PageAnswer): Promise<Answer> => {
    const child = await childOf(request)
    return child ? inFrame(request, child, section, answer) : notFound
  }
}

function inFrame(request: Request, child: Child, section: Section, answer: PageAnswer): PageAnswer {
  const { width, body } = answer
  return {
    ...answer,
    width: 'wide',
    identity: <ChildIdentity child={child} today={request.today} />,
    body: (
      <WithSide side={<Sections child={child} current={section} roles={request.who.roles} />}>
        {width === 'reading' ? <div class="tl-main--reading">{body}</div> : body}
      </WithSide>
    ),
  }
}

/** Whose record this is: name and how it is said, age, reference, where the child stands, and what to beware of. */
export function ChildIdentity({ child, today }: { child: Child; today: Temporal.PlainDate }) {
  const holders = [...new Set(child.cases.flatMap(({ holderName }) => holderName ?? []))]
  return (
    <IdentityBar
      name={nameOf(child)}
      href={childPath.to(child)}
      {...(child.saidAs === '' ? {} : { said: child.saidAs })}
      {...(child.pronouns === '' ? {} : { pronouns: child.pronouns })}
      age={ageWords(child, today)}
      dateOfBirth={birthDateWords(child)}
      reference={child.reference}
      legalStatus={standingOf(child)}
      {...(holders.length > 0 ? { holder: holders.join(', ') } : {})}
      alerts={alertTitles(child.alerts)}
      isRestricted={child.isRestricted}
    />
  )
}

/** Every open case with its stage, in a line. */
function standingOf({ cases }: Child): string {
  if (cases.length === 0) return 'No open case'
  return cases
    .map(({ pathway: id, stage }) => {
      const pathway = findPathway(practiceInUse(), id)
      return `${pathway?.title ?? id}: ${pathway?.stages[stage]?.title ?? stage}`
    })
    .join('; ')
}

type SectionsGiven = { child: Child; current: Section; roles: Request['who']['roles'] }

function Sections({ child, current, roles }: SectionsGiven) {
  const open = Object.entries(sections).filter(([, { permission }]) =>
    may(permission, roles, child.isRelated),
  )
  const items = open.map(([section, { title, path }]) => ({
    href: path.to(child),
    text: title,
    current: section === current,
  }))
  return <SideNavigation label="Sections of this record" sections={[{ items }]} />
}
