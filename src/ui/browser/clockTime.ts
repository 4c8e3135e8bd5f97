const ofLondon = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

/**
 * The time by the clock, and in the form, of the pages that the server makes: `11:11pm`. Written here once more because
 * not every browser has Temporal; its test holds it to the kernel's writeTime.
 */
export function clockTime(moment: Date): string {
  const parts = ofLondon.formatToParts(moment)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(part => part.type === type)?.value)
  const hour = of('hour')
  const minute = of('minute')
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}
