import { type Fields, type Form, form, formPage, type Typed } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Permission } from '../../platform/access/index.ts'
import { type Answer, notFound, type Path, type Request, redirect } from '../../platform/http/index.ts'
import { seesChildren } from '../children/index.ts'
import { loadPath, ownLeavePath, ownProfilePath, profilePath, workerPath } from './paths.ts'
import {
  findProfile,
  keepProfile,
  listTerms,
  type Profile,
  type Term,
  type TermKind,
} from './profileQueries.ts'
import { weekDays, weekDaysIn } from './workingPattern.ts'

type Loaded = { profile: Profile; terms: readonly Term[] }

async function load({ tx }: Request, userId: string): Promise<Result<Loaded, Answer>> {
  const profile = await findProfile(tx, userId)
  // Whoever can have no part in a case has nothing here that anybody would look up.
  if (!profile || profile.isDisabled || !seesChildren(profile.roles)) return refused(notFound)
  const listed = await listTerms(tx)
  const kept = profile.terms.filter(({ termId }) => !listed.some(term => term.termId === termId))
  return ok({ profile, terms: [...listed, ...kept] })
}

function termsField(terms: readonly Term[], kind: TermKind, label: string, hint: string): Fields {
  const options = terms
    .filter(term => term.kind === kind)
    .map(({ termId, title, isEnded }) => ({
      value: termId,
      label: isEnded ? `${title} (no longer on the list)` : title,
    }))
  return options.length === 0 ? {} : { [kind]: { kind: 'choices', label, hint, options } }
}

function profileForm({ terms }: Loaded): Form {
  return form({
    id: 'profile',
    fields: {
      hours: {
        kind: 'number',
        label: 'Hours in a usual week',
        hint: 'With leave left out. How much somebody can carry is worked out from this.',
        min: 0,
        max: 60,
        decimals: true,
      },
      days: {
        kind: 'choices',
        label: 'Days on which you would find them at work',
        options: Object.entries(weekDays).map(([value, label]) => ({ value, label })),
      },
      ...termsField(
        terms,
        'language',
        'Languages',
        'Spoken well enough to work with a child and a family in.',
      ),
      ...termsField(terms, 'skill', 'Skills', 'Trained or practised, so that others can count on it.'),
    },
  })
}

function typedOf({ profile }: Loaded): Typed {
  const of = (kind: TermKind) => profile.terms.filter(term => term.kind === kind).map(({ termId }) => termId)
  return {
    hours: profile.minutesAWeek === null ? '' : String(profile.minutesAWeek / 60),
    days: profile.days,
    language: of('language'),
    skill: of('skill'),
  }
}

type Whose = {
  path: Path
  permission: Permission
  userId(request: Request): string
  back(userId: string): string
}

/** The profile is one page, for the person and for seniors: who edits it is in the history. */
function profileRoutes({ path, permission, userId, back }: Whose) {
  return formPage<Fields, Loaded>({
    path,
    permission,
    change: 'Changed what is known of a worker',
    load: request => load(request, userId(request)),
    form: profileForm,
    title: ({ profile }) => `${profile.name}: when at work, languages and skills`,
    intro: () => (
      <p class="govuk-body">
        Seniors see this when they decide who works with a child.
        {permission === 'profile.own' && (
          <>
            {' '}
            Here you also find{' '}
            <a class="govuk-link" href={loadPath.to()}>
              how your load is counted
            </a>
            , and you can{' '}
            <a class="govuk-link" href={ownLeavePath.to()}>
              enter leave
            </a>
            .
          </>
        )}
      </p>
    ),
    initial: typedOf,
    version: ({ profile }) => profile.version,
    row: ({ profile }) => ({ table: 'worker_profile', key: { user_id: profile.userId } }),
    back: ({ profile }) => back(profile.userId),
    submit: 'Save',
    async save({ tx, who }, values, loaded) {
      const { userId: worker, version } = loaded.profile
      const kept = await keepProfile(
        tx,
        { serviceId: who.serviceId, userId: worker, version },
        {
          minutesAWeek: typeof values.hours === 'number' ? Math.round(values.hours * 60) : null,
          days: weekDaysIn(listOf(values.days)),
          termIds: [...listOf(values.language), ...listOf(values.skill)],
        },
      )
      if (kept) return redirect(back(worker), 'Saved.')
      const theirs = await findProfile(tx, worker)
      return theirs
        ? { kind: 'collision', theirs: typedOf({ ...loaded, profile: theirs }), version: theirs.version }
        : notFound
    },
  })
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

export const profilePages = [
  ...profileRoutes({
    path: ownProfilePath,
    permission: 'profile.own',
    userId: ({ who }) => who.userId,
    back: () => '/',
  }),
  ...profileRoutes({
    path: profilePath,
    permission: 'team.see',
    userId: ({ params }) => params.userId ?? '',
    back: userId => workerPath.to({ userId }),
  }),
]
