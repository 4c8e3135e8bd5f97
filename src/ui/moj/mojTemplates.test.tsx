import { readFileSync } from 'node:fs'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Alert } from './alert/Alert.tsx'
import { Badge } from './badge/Badge.tsx'
import { DatePicker } from './date-picker/DatePicker.tsx'
import { Filter } from './filter/Filter.tsx'
import { IdentityBar } from './identity-bar/IdentityBar.tsx'
import { InterruptionCard } from './interruption-card/InterruptionCard.tsx'
import { NotificationBadge } from './notification-badge/NotificationBadge.tsx'
import { PageHeaderActions } from './page-header-actions/PageHeaderActions.tsx'
import { Pagination } from './pagination/Pagination.tsx'
import { PrimaryNavigation } from './primary-navigation/PrimaryNavigation.tsx'
import { SideNavigation } from './side-navigation/SideNavigation.tsx'
import { TicketPanel } from './ticket-panel/TicketPanel.tsx'
import { Timeline } from './timeline/Timeline.tsx'

/**
 * MoJ Frontend publishes no fixtures, but it does publish its templates. Each of our components must use
 * every moj- class that the template of the same name uses (when everything it can hold is given to it) and
 * none that MoJ's stylesheet and template do not know. When an upgrade renames a class, this fails.
 */
interface Held {
  component: string
  /** Classes of the template that ours leaves out on purpose, and why. */
  without?: Record<string, string>
  full: VNode
}

const items = [
  { href: '/a', text: 'Now', current: true },
  { href: '/b', text: 'Plan' },
]

const held: Held[] = [
  {
    component: 'alert',
    full: (
      <Alert variant="success" title="Saved" withHeading>
        Text
      </Alert>
    ),
  },
  { component: 'badge', full: <Badge colour="red">Restricted</Badge> },
  { component: 'date-picker', full: <DatePicker id="d" name="d" label="Day" error="Enter a day" /> },
  {
    component: 'filter',
    full: (
      <Filter
        action="/"
        clearHref="/"
        selected={[{ heading: 'Team', items: [{ text: 'North', href: '/x' }] }]}
      >
        fields
      </Filter>
    ),
    without: {
      'moj-filter__header-action': 'holds the close button of a script that ours does not need',
      'moj-filter__close': 'the same; commented out in the template too',
    },
  },
  {
    component: 'identity-bar',
    full: <IdentityBar name="A" href="/" age="15" alerts={['x']} actions="do" />,
    without: { 'moj-identity-bar__menu': 'holds one button menu; our actions stand free' },
  },
  {
    component: 'interruption-card',
    full: (
      <InterruptionCard heading="Stop" actions="go">
        Why
      </InterruptionCard>
    ),
  },
  { component: 'notification-badge', full: <NotificationBadge count={3} meaning="unread" /> },
  {
    component: 'page-header-actions',
    full: <PageHeaderActions heading="H" actions={[{ href: '/', text: 'Add' }]} />,
  },
  {
    component: 'pagination',
    full: (
      <Pagination
        page={2}
        pageSize={10}
        total={40}
        noun={{ one: 'a', many: 'as' }}
        href={p => `?page=${p}`}
      />
    ),
  },
  {
    component: 'primary-navigation',
    full: <PrimaryNavigation label="Services" items={items} />,
    without: { 'moj-primary-navigation__search': 'search stands in the header' },
  },
  {
    component: 'side-navigation',
    full: <SideNavigation label="Sections" sections={[{ heading: 'Case', items }]} />,
  },
  { component: 'ticket-panel', full: <TicketPanel>text</TicketPanel> },
  {
    component: 'timeline',
    full: (
      <Timeline
        label="History"
        items={[
          { key: '1', title: 'Visit', by: 'Sam', datetime: '2026-11-03', date: '3 November', children: 'x' },
        ]}
      />
    ),
  },
]

describe.each(held)('MoJ $component', ({ component, full, without = {} }) => {
  const folder = `node_modules/@ministryofjustice/frontend/moj/components/${component}`
  const template = readFileSync(`${folder}/template.njk`, 'utf8')
  const styles = readFileSync(`${folder}/_${component}.scss`, 'utf8')
  const ours = mojClasses(renderToString(full))

  it('uses every class of the template', () => {
    const theirs = mojClasses(template).filter(name => !(name in without))
    expect(theirs.length).toBeGreaterThan(0)
    expect(ours).toEqual(expect.arrayContaining(theirs))
  })

  it('uses no class that MoJ does not know', () => {
    const unknown = ours.filter(name => !template.includes(name) && !stylesKnow(styles, name))
    expect(unknown).toEqual([])
  })

  it('leaves out only what the template has', () => {
    for (const name of Object.keys(without)) expect(template).toContain(name)
  })
})

/** The moj- names within quoted text (class attributes, and the class lists that templates build). */
function mojClasses(markup: string): string[] {
  const quoted = [...markup.matchAll(/"([^"]*)"/g)].map(found => found[1] ?? '')
  const names = quoted.flatMap(text => text.split(/[\s{}]+/))
  return [...new Set(names)].filter(name => /^moj-[a-z]/.test(name) && !name.endsWith('--'))
}

/** Whether a stylesheet has the class, written out or nested under its block with "&--". */
function stylesKnow(styles: string, name: string): boolean {
  const modifier = name.split('--')[1]
  return styles.includes(`.${name}`) || (modifier !== undefined && styles.includes(`&--${modifier}`))
}
