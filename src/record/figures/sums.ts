import type { Pathway } from '../../engine/pathways/index.ts'
import { decisionAnswers, knownEndings } from './figures.ts'

/** What stands in a figure as one number and is more than one answer, in words. */
export const sums = {
  offered: 'Help is to be offered',
  'not-offered': 'Help is not to be offered',
  'without-reason': 'Without a reason',
  completed: 'Completed, or completed in part',
  unknown: 'An answer that the definition no longer has',
} as const

export type Sum = keyof typeof sums

/** Whether a word from an address names a sum. */
export function isSum(word: string): word is Sum {
  return Object.hasOwn(sums, word)
}

/** The answers of which a sum is made, by the definitions of these pathways. */
export type AnswersOf = {
  offered: string[]
  notOffered: string[]
  decided: string[]
  completed: string[]
  ended: string[]
}

/** Which answers say what, by the rules with which the figures count. */
export function answersOf(pathways: readonly Pathway[]): AnswersOf {
  const decisions = [...decisionAnswers(pathways).values()]
  const endings = [...knownEndings(pathways)]
  return {
    offered: decisions.filter(({ offers }) => offers).map(({ code }) => code),
    notOffered: decisions.filter(({ offers }) => !offers).map(({ code }) => code),
    decided: decisions.map(({ code }) => code),
    completed: endings.filter(([, { counts }]) => counts === 'completed').map(([code]) => code),
    ended: endings.map(([code]) => code),
  }
}
