import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { ownPagesPath } from '../children/index.ts'
import type { OwnMessage, TriedPage } from './messageQueries.ts'

type Given = { messages: readonly OwnMessage[]; tried: readonly TriedPage[] }

/**
 * Said only where it is so: what children and parents have said on their own pages and nobody has heard yet, and where somebody
 * has tried to get into one.
 */
export function Unheard({ messages, tried }: Given) {
  return (
    <>
      {messages.map(({ messageId, childId, childName, whose, readerWords, startsAt, words }) => (
        <WarningText key={messageId}>
          {whose === 'parent' && `A parent${which(readerWords)} ${startsAt ? 'says that' : 'of'} `}
          <a class="govuk-link" href={ownPagesPath.to({ childId })}>
            <bdi>{childName}</bdi>
          </a>{' '}
          {startsAt ? `cannot come on ${writeMoment(startsAt, ukZone)}` : 'has told you what they think'}:{' '}
          <bdi class="tl-keep-lines">“{words}”</bdi>
        </WarningText>
      ))}
      {tried.map(({ ownPageId, childId, childName, whose, readerWords, hasEnded }) => (
        <WarningText key={ownPageId}>
          Wrong PINs were typed on the page of {whose === 'parent' && `a parent${which(readerWords)} of `}
          <a class="govuk-link" href={ownPagesPath.to({ childId })}>
            <bdi>{childName}</bdi>
          </a>
          .{' '}
          {hasEnded
            ? 'There were too many: the page has ended.'
            : 'Ask whether it was them. If not, end the page and make another.'}
        </WarningText>
      ))}
    </>
  )
}

const which = (readerWords: string) => (readerWords === '' ? '' : ` (${readerWords})`)
