import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { ownPagesPath } from '../children/index.ts'
import { hoursToHear, type OwnMessage, type TriedPage } from './messageQueries.ts'
import { lookedPath } from './paths.ts'

type Given = {
  messages: readonly OwnMessage[]
  /** Heard by somebody else, who says that somebody could be in danger. */
  inDanger: readonly OwnMessage[]
  tried: readonly TriedPage[]
}

/**
 * Said only where it is so: what children and parents have said on their own pages and nobody has heard yet, and where somebody
 * has tried to get into one.
 */
export function Unheard({ messages, inDanger, tried }: Given) {
  return (
    <>
      {inDanger.map(({ messageId, childId, childName, words, heardBy, doneWords }) => (
        <WarningText key={messageId}>
          Somebody could be in danger, says {heardBy}, who heard{' '}
          <a class="govuk-link" href={lookedPath.to({ childId, messageId })}>
            <bdi>{childName}</bdi>
          </a>
          : <bdi class="tl-keep-lines">“{shortened(words)}”</bdi> Done: <bdi>{shortened(doneWords)}</bdi>
        </WarningText>
      ))}
      {messages.map(({ messageId, childId, childName, whose, readerWords, startsAt, words }) => (
        <WarningText key={messageId}>
          {whose === 'parent' && `A parent${which(readerWords)} ${startsAt ? 'says that' : 'of'} `}
          <a class="govuk-link" href={ownPagesPath.to({ childId })}>
            <bdi>{childName}</bdi>
          </a>{' '}
          {startsAt ? `cannot come on ${writeMoment(startsAt, ukZone)}` : 'has told you what they think'}:{' '}
          <bdi class="tl-keep-lines">“{shortened(words)}”</bdi>
        </WarningText>
      ))}
      {messages.length > 0 && (
        <p class="govuk-body">
          Read these the same day: words can tell of danger. Say then what you have done. What nobody has
          heard for {hoursToHear} hours is on the day of the seniors too.
        </p>
      )}
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

/** A day has room for the beginning of what somebody said; all of it stands on the page that the name leads to. */
const shortened = (words: string) => (words.length > 300 ? `${words.slice(0, 297).trimEnd()}…` : words)

const which = (readerWords: string) => (readerWords === '' ? '' : ` (${readerWords})`)
