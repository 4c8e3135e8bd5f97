import type { CheckResult, CheckSource } from '../../record/followUp/index.ts'

/** What children are found to have done after the work, and what the police made of it by the codes of the list. Invented. */
export const furtherOffences = [
  { words: 'Took a moped and rode it for a street', outcome: '2' },
  { words: 'Broke the window of a bus shelter', outcome: '2' },
  { words: 'Took clothes from a shop with two others', outcome: '2' },
  { words: 'Found with a small amount of cannabis', outcome: '2' },
  { words: 'Pushed another child in a corridor; no injury', outcome: '22' },
  { words: 'Shouted threats in the street; nobody was hurt', outcome: '' },
] as const

/** Where else somebody asked, and what came of it. */
export const whereElse: readonly {
  source: CheckSource
  asked: string
  result: CheckResult
  note: string
}[] = [
  {
    source: 'other-service',
    asked: 'The youth justice service of the next county',
    result: 'no-answer',
    note: 'Their duty desk rings back.',
  },
  {
    source: 'own-records',
    asked: 'Our own arrivals and cases',
    result: 'nothing',
    note: 'Nothing has come in since the case ended.',
  },
  {
    source: 'family',
    asked: 'A parent, who rang about something else',
    result: 'nothing',
    note: 'Goes to work every day, and sends greetings.',
  },
]
