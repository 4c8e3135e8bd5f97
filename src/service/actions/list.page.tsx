import { sql } from 'kysely'
import { actionColourWords, actionStates, coloursOn, writeDue } from '../../engine/actions/index.ts'
import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { reachOf } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { type Action, colouredOn, dueOf, ownersOf, sourceTitleOf, stateOf } from './action.ts'
import {
  actionConditions,
  actionSource,
  hasActions,
  type ListedAction,
  listColourable,
} from './listQueries.ts'
import { actionPath, actionsPath, importActionsPath, newActionPath } from './paths.ts'
import { ActionColourTag } from './words.tsx'

function filters({ who }: Request) {
  return {
    whose: {
      kind: 'choice',
      label: 'Whose',
      usual: 'all',
      initial: async ({ tx }: Request) => ((await hasActions(tx)) ? 'mine' : 'all'),
      options: [
        { value: 'all', label: 'Everybody’s' },
        { value: 'mine', label: 'Mine' },
        ...(reachOf('team.see', who.roles) ? [{ value: 'team', label: 'My team’s' }] : []),
      ],
    },
    source: {
      kind: 'choice',
      label: 'Source',
      any: 'Any',
      options: practiceInUse().actionSources.map(({ id, title }) => ({ value: id, label: title })),
    },
    colour: {
      kind: 'choice',
      label: 'Colour',
      any: 'Any',
      options: Object.entries(actionColourWords).map(([value, label]) => ({ value, label })),
    },
    state: {
      kind: 'choice',
      label: 'How it stands',
      usual: 'current',
      options: [
        { value: 'current', label: 'Not done with' },
        ...Object.entries(actionStates).map(([value, label]) => ({ value, label })),
        { value: 'all', label: 'All' },
      ],
    },
    due: { kind: 'days', label: 'Due' },
  } as const satisfies ListFilters
}

function columns({ today }: Request): ListColumn<ListedAction>[] {
  return [
    {
      key: 'what',
      heading: 'Action',
      isRowHeader: true,
      cell: it => (
        <a class="govuk-link" href={actionPath.to(it)}>
          {it.what}
        </a>
      ),
      exports: it => it.what,
    },
    { key: 'source', heading: 'Source', cell: sourceOf, exports: sourceOf },
    { key: 'owner', heading: 'Owner', cell: it => <bdi>{ownersOf(it)}</bdi>, exports: ownersOf },
    {
      key: 'due',
      heading: 'Due',
      cell: it => writeDue(dueOf(it)),
      exports: it => it.dueOn ?? it.dueWords,
    },
    {
      key: 'colour',
      heading: 'Colour',
      cell: it => <ActionColourTag it={it} today={today} />,
      exports: it => actionColourWords[colouredOn(it, today).colour],
    },
    { key: 'reason', heading: 'Why', exports: it => colouredOn(it, today).reason },
    { key: 'state', heading: 'How it stands', exports: it => actionStates[stateOf(it)] },
    { key: 'file-colour', heading: 'Colour in the file', exports: it => it.fileColour },
  ]
}

const sourceOf = (it: Action) =>
  [it.sourceTitle || sourceTitleOf(it.source), it.sourceReference].filter(Boolean).join(', ')

/** The register: for most their own, for those who answer for the work all of them. */
export const actionListRoutes = listPage({
  path: actionsPath,
  permission: 'actions.own',
  title: 'Actions',
  caption: 'Actions',
  counted: ['action', 'actions'],
  filters,
  columns,
  source: actionSource,
  sorting: { key: 'due', direction: 'ascending' },
  async narrow({ whose, source, colour, state, due }, { tx, who, today }) {
    const conditions = actionConditions({ who, whose, source, state, days: due })
    if (colour === undefined) return { conditions }
    // What a colour hangs on is worked out, not asked of the database.
    const all = await listColourable(tx, conditions)
    const those = all.filter(it => colouredOn(it, today).colour === colour).map(({ id }) => id)
    return { conditions: [...conditions, sql<boolean>`a.action_id = any (${those}::uuid[])`] }
  },
  about: { childOf: ({ childId }) => childId, seen: 'In the register of actions' },
  intro: async ({ who, today }) => {
    const keeps = reachOf('actions.keep', who.roles) !== undefined
    return (
      <>
        {keeps && (
          <p class="govuk-body tl-links">
            <a class="govuk-link" href={newActionPath.to()}>
              Set an action
            </a>{' '}
            <a class="govuk-link" href={importActionsPath.to()}>
              Import a file
            </a>
          </p>
        )}
        <p class="govuk-body">
          Colours are worked out from dates and from what was written, and nobody types them.
          {coloursOn(practiceInUse().actionColours, today)?.unverified &&
            ' The numbers of days are the service’s own: no source gives them.'}
        </p>
      </>
    )
  },
  empty: {
    title: 'No actions',
    words: 'What a panel, a plan, an inspection or the board asks somebody to do stands here.',
  },
})
