import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ukZone } from '../kernel/dutyHours.ts'
import { writeMoment } from '../kernel/writtenDates.ts'
import { reachOf } from '../platform/access/index.ts'
import type { PageAnswer, Surroundings } from '../platform/http/index.ts'
import { OwnDocument } from '../ui/layout/OwnDocument.tsx'
import { Page } from '../ui/layout/Page.tsx'
import { renderPage } from '../ui/layout/renderPage.ts'
import { services } from './slices.ts'

/** From an asset's own name to the address under which this build serves it. */
export function readAssets(folder: string): (name: string) => string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  return name => `/assets/${manifest[name] ?? name}`
}

const demonstrationBanner =
  'This is a demonstration. Everybody in it is invented. Do not type in anything about real people.'

/** Draws the document around a page: header, search, services and footer, only what the person may open. */
export function shellWith(assets: (name: string) => string) {
  return (answer: PageAnswer, around: Surroundings): string => {
    const { who, now } = around
    if (answer.own)
      return renderPage(
        <OwnDocument
          title={answer.title}
          errors={answer.status === 422}
          looks={answer.own.looks}
          nonce={around.nonce}
          assets={assets}
          flash={around.flash?.text}
        >
          {answer.body}
        </OwnDocument>,
      )
    const navigation = services
      .filter(({ permission }) => who && reachOf(permission, who.roles))
      .map(({ href, text }) => ({
        href,
        text,
        current: href === '/' ? around.address === '/' : around.address.startsWith(href),
      }))
    return renderPage(
      <Page
        title={answer.title}
        errors={answer.status === 422}
        nonce={around.nonce}
        assets={assets}
        {...(who && {
          user: { name: who.name, serviceName: who.serviceName },
          csrfToken: around.csrfToken,
          navigation,
          printedBy: `Printed by ${who.name} on ${writeMoment(now, ukZone)}`,
        })}
        {...(who && reachOf('children.search', who.roles) && { search: { withKey: who.hasSearchKey } })}
        {...(around.flash && {
          flash: {
            variant: around.flash.isWarning ? 'warning' : 'success',
            title: around.flash.text,
            role: 'alert',
          } as const,
        })}
        {...(answer.identity ? { identity: answer.identity } : {})}
        {...(answer.above ? { beforeContent: answer.above } : {})}
        width={answer.width ?? 'wide'}
        {...(who?.isDemonstration ? { banner: demonstrationBanner } : {})}
        personal={who !== undefined}
        requestId={around.requestId}
      >
        {answer.body}
      </Page>,
    )
  }
}
