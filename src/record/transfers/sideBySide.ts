import { writeDate } from '../../kernel/writtenDates.ts'
import { birthDateWords, type Child, codeWords, type typedFromChild } from '../children/index.ts'
import type { TransferPackage } from './package.ts'

type Values = ReturnType<typeof typedFromChild>

/** A detail of a package that our record has otherwise or not at all. */
export type Differing = {
  key: string
  label: string
  ours: string
  theirs: string
  /** Nothing is lost by it: our record has none. */
  fills: boolean
  /** What taking theirs puts into the answers of the details. */
  puts: Partial<Values>
  /** Where the child lives or learns, which has a history: theirs begins, and ours ends. */
  begins?: { kind: 'addresses' | 'education'; said: Readonly<Record<string, string>> }
}

/**
 * The details of a package beside those of a child whom we know, where they differ. The name is not among them: a name
 * is never overwritten and stands among the other names.
 * @param on the day on which codes are read
 */
export function sideBySide(child: Child, it: TransferPackage, on: Temporal.PlainDate): Differing[] {
  const { details } = it
  const born = it.child.birthDate === null ? undefined : Temporal.PlainDate.from(it.child.birthDate)
  const isOurs = (one: string, other: string) => one.trim() === other.trim()
  const text = (
    key: string,
    label: string,
    ours: string,
    theirs = '',
    puts?: Partial<Values>,
    begins?: Differing['begins'],
  ): Differing[] =>
    theirs.trim() === '' || isOurs(ours, theirs)
      ? []
      : [
          {
            key,
            label,
            ours,
            theirs,
            fills: ours.trim() === '',
            puts: puts ?? { [key]: theirs },
            ...(begins ? { begins } : {}),
          },
        ]
  const coded = (key: 'sex' | 'ethnicity', label: string) => {
    const code = details?.[key] ?? ''
    const isKnown = codeWords(key, code, on) !== code
    return isKnown
      ? text(key, label, codeWords(key, child[key], on), codeWords(key, code, on), { [key]: code })
      : []
  }
  const birth: Differing[] =
    born === undefined || child.birthDate?.equals(born)
      ? []
      : [
          {
            key: 'birth-date',
            label: 'Date of birth',
            ours: child.birthDate === null ? '' : birthDateWords(child),
            theirs: `${writeDate(born)}${it.child.birthDateBasis === 'estimated' ? ' (estimated)' : ''}`,
            fills: child.birthDate === null,
            puts: { 'birth-date': born, 'birth-date-basis': it.child.birthDateBasis },
          },
        ]
  return [
    ...birth,
    ...text('known-as', 'Known as', child.knownAs, it.child.knownAs),
    ...text('said-as', 'How the name is said', child.saidAs, details?.saidAs),
    ...text('pronouns', 'Pronouns', child.pronouns, details?.pronouns),
    ...coded('sex', 'Sex'),
    ...coded('ethnicity', 'Ethnicity'),
    ...text('language', 'Language', child.language, details?.language),
    // That an interpreter is needed here is not taken away by a service that had not found it.
    ...(child.needsInterpreter
      ? []
      : text('needs-interpreter', 'Interpreter', needWords(child), details ? needWords(details) : '', {
          'needs-interpreter': details?.needsInterpreter ? 'yes' : 'no',
        })),
    ...text('how-to-talk', 'How to talk with the child', child.howToTalk, details?.howToTalk),
    ...text(
      'address',
      'Address and postcode',
      [child.hasNoFixedAddress ? 'No fixed address' : child.address, child.postcode]
        .filter(it => it)
        .join(', '),
      [details?.address, details?.postcode].filter(it => it).join(', '),
      {},
      {
        kind: 'addresses',
        said: {
          kind: details?.hasNoFixedAddress ? 'none' : 'home',
          address: details?.address ?? '',
          postcode: details?.postcode ?? '',
          confidential_from: details?.confidentialFrom ?? '',
        },
      },
    ),
    ...text('phone', 'Phone', child.phone, details?.phone),
    ...text(
      'school',
      'School or college',
      child.school,
      details?.school,
      {},
      { kind: 'education', said: { kind: 'not-said', name: details?.school ?? '' } },
    ),
  ]
}

/** Whether an interpreter is needed, in words; '' where nobody has said. */
export function needWords({ needsInterpreter }: { needsInterpreter: boolean | null }): string {
  if (needsInterpreter === null) return ''
  return needsInterpreter ? 'Needed' : 'Not needed'
}
