import { writeTime } from '../../kernel/writtenDates.ts'

const ofLondon = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

/** The time in the form, and by the clock, of the pages that the server makes: `11:11pm`. */
export function clockTime(moment: Date): string {
  const parts = ofLondon.formatToParts(moment)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(part => part.type === type)?.value)
  return writeTime({ hour: of('hour'), minute: of('minute') })
}
