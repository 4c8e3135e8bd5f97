import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { ownPagesPath } from '../children/index.ts'
import type { OwnMessage } from './messageQueries.ts'

/** Said only where it is so: what children and parents have said on their own pages and nobody has heard yet. */
export function Unheard({ messages }: { messages: readonly OwnMessage[] }) {
  return (
    <>
      {messages.map(({ messageId, childId, childName, whose, startsAt, words }) => (
        <WarningText key={messageId}>
          {whose === 'parent' && (startsAt ? 'A parent says that ' : 'A parent of ')}
          <a class="govuk-link" href={ownPagesPath.to({ childId })}>
            <bdi>{childName}</bdi>
          </a>{' '}
          {startsAt ? `cannot come on ${writeMoment(startsAt, ukZone)}` : 'has told you what they think'}:{' '}
          <bdi class="tl-keep-lines">“{words}”</bdi>
        </WarningText>
      ))}
    </>
  )
}
