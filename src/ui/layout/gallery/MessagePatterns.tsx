import { Alert } from '../../moj/alert/Alert.tsx'
import { Badge } from '../../moj/badge/Badge.tsx'
import { DatePicker } from '../../moj/date-picker/DatePicker.tsx'
import { InterruptionCard } from '../../moj/interruption-card/InterruptionCard.tsx'
import { NotificationBadge } from '../../moj/notification-badge/NotificationBadge.tsx'
import { TicketPanel } from '../../moj/ticket-panel/TicketPanel.tsx'
import { Example } from './Example.tsx'

/** Messages, kinds, a date, a summary set apart, and progress. */
export function MessagePatterns() {
  return (
    <>
      <Example
        name="Messages"
        use="About the page, or about what was just done. One at a time where possible."
      >
        <Alert variant="success" title="The screening is signed and saved." />
        <Alert variant="information" title="The panel meets on Thursday. Papers close on Tuesday at noon." />
        <Alert variant="warning" title="Three rows need repair" withHeading>
          The other 212 are in.{' '}
          <a class="govuk-link" href="/design">
            Repair the three rows
          </a>
        </Alert>
        <Alert
          variant="error"
          title="The file could not be read. Save it as CSV and try again."
          isDismissible
        />
      </Example>
      <Example
        name="Badges"
        use="A word that sorts a thing into a kind. How it stands is a status, not a badge."
      >
        <p class="govuk-body">
          <Badge>Voluntary</Badge> <Badge colour="black">Restricted</Badge>{' '}
          <Badge colour="blue">Statutory</Badge> <Badge colour="red">Break-glass</Badge>{' '}
          <Badge colour="green">Ended</Badge> <Badge colour="purple">Transfer in</Badge> Messages
          <NotificationBadge count={3} meaning="unread" />
        </p>
      </Example>
      <Example name="Date picker" use="A date near today, typed or picked. For a birthday use three fields.">
        <DatePicker id="visit" name="visit" label="When is the visit?" value="24/11/2026" />
        <DatePicker
          id="visit-2"
          name="visit-2"
          label="When is the next one?"
          error="Enter a date after 24 November"
        />
      </Example>
      <Example name="Set apart" use="A summary that stands off from what is around it.">
        <TicketPanel colour="green" label="What Tariq wants">
          <p class="govuk-body">
            “I want to be back in school before Christmas, and to box.” Said on 12 November, in his words.
          </p>
        </TicketPanel>
      </Example>
      <Example
        name="Interruption"
        use="Stops a person before something that matters, and says what will follow."
      >
        <InterruptionCard
          heading="This record is restricted"
          headingLevel={2}
          actions={
            <>
              <a class="govuk-button govuk-button--inverse" href="/design">
                Give a reason and open it
              </a>
              <a class="govuk-link govuk-link--inverse" href="/design">
                Go back
              </a>
            </>
          }
        >
          <p>
            You do not work with this child. If you open the record, your manager is told and asks you why.
          </p>
        </InterruptionCard>
      </Example>
      <Example name="Progress" use="Long work may be left; it says how far it has come and when it is done.">
        <div class="tl-progress">
          <progress max="215" value="124" aria-label="Reading notifications" />
          <p class="govuk-body" aria-live="polite">
            124 of 215 notifications read
          </p>
        </div>
      </Example>
    </>
  )
}
