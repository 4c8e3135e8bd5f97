import type { Fact } from './tree.ts'

/** The child, as letters and reports name them. Empty words: the record does not say. */
export type ChildSource = {
  readonly name: string
  /** What the child is called. */
  readonly calledName: string
  readonly reference: string
  readonly birthDate: string
  readonly age: string
  readonly pronouns: string
  readonly ethnicity: string
  readonly language: string
  readonly interpreter: string
  readonly howToTalk: string
  readonly whatHelps: string
  /** A line each; none where somebody must not learn of it. */
  readonly address: readonly string[]
  readonly hasNoFixedAddress: boolean
  /** From whom the address is confidential, as it was written down; empty where from nobody. */
  readonly confidentialFrom: string
  readonly education: string
  readonly care: string
}

/** Somebody with parental responsibility who may be contacted. */
export type ParentSource = { readonly name: string; readonly relationship: string }

export type OffenceSource = {
  readonly on: string
  readonly what: string
  readonly outcome: string
}

/** A signed long form, as it is read. */
export type FormSource = {
  readonly title: string
  /** The questions are the service’s own, and no published tool. */
  readonly isOurs: boolean
  readonly signed: readonly string[]
  readonly sections: readonly {
    readonly title: string
    readonly under: string
    readonly answers: readonly Fact[]
  }[]
  /** What follows from the answers by a rule, with what it does not say. */
  readonly workedOut: readonly Fact[]
}

/** What was answered to one question in the last signed form of a kind. */
export type AnswerSource = {
  readonly question: string
  readonly words: string
  readonly values: readonly string[]
}

/** The last signed form of a kind, with those of its questions that were asked for. */
export type SignedFormSource = {
  readonly title: string
  readonly on: string
  readonly by: string
  readonly answers: Readonly<Record<string, AnswerSource>>
}

/** A plan in force: no other is pulled. */
export type PlanSource = {
  readonly startsOn: string
  readonly reviewOn: string
  readonly level: string
  readonly delivery: string
  readonly strands: readonly {
    readonly title: string
    readonly goals: readonly {
      readonly words: string
      readonly why: string
      /** On the child’s own scale from 0 to 10; empty where nobody has said. */
      readonly mark: string
      readonly outcome: string
      readonly steps: readonly {
        readonly words: string
        readonly who: string
        readonly by: string
        readonly state: string
      }[]
    }[]
  }[]
  readonly contingencies: readonly {
    readonly ifWords: string
    readonly thenWords: string
    readonly who: string
  }[]
  readonly harmed: string
  readonly signed: readonly string[]
}

/** What somebody who was harmed wishes, as the child’s side is told; never who they are, nor what keeps them safe. */
export type HarmedSource = { readonly knownAs: string; readonly wishes: string }

/** A sentence of the child’s copy: in the language of the copy, or in English where nobody has written it. */
export type EasyWords = { readonly text: string; readonly isEnglish: boolean }

/** The child’s copy of a plan. */
export type EasyPlanSource = {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: EasyWords
  readonly goals: readonly {
    readonly words: EasyWords
    readonly picture: string
    readonly alternative: string
    readonly isReached: boolean
    readonly steps: readonly {
      readonly who: EasyWords
      readonly words: EasyWords
      readonly picture: string
      readonly alternative: string
      readonly when: string
      readonly isDone: boolean
    }[]
  }[]
  /** “By”, “Done” and “We look at the plan again”, as the copy says them. */
  readonly by: EasyWords
  readonly done: EasyWords
  readonly review: EasyWords
  readonly reviewOn: string
  readonly help: readonly EasyWords[]
}

/** An appointment that is planned, or was missed. */
export type AppointmentSource = {
  /** `Tuesday 4 March 2026` */
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly kind: string
  readonly place: string
  readonly with: string
  readonly travel: string
  readonly meetsAt: string
}

/** How often the child was met in the last three months. */
export type ContactsSource = {
  readonly since: string
  readonly kept: number
  readonly missed: number
  /** Of the missed ones, those with an acceptable reason. */
  readonly excused: number
  /** Of the missed ones, those of which nobody has said yet whether the reason is acceptable. */
  readonly undecided: number
  readonly next: AppointmentSource | undefined
}

/** Who makes the document, for which service, and when. */
export type ServiceSource = {
  readonly name: string
  readonly writer: string
  readonly role: string
  readonly today: string
}

/** Everything of a record that a document can pull. A definition names what it pulls, and gets no more. */
export type Sources = {
  readonly service: ServiceSource
  readonly child: ChildSource
  readonly parents: readonly ParentSource[]
  readonly offences: readonly OffenceSource[]
  readonly form: FormSource
  /** By the ids of the forms; undefined where none of the kind was signed. */
  readonly signedForms: Readonly<Record<string, SignedFormSource | undefined>>
  readonly plan: PlanSource | undefined
  readonly easyPlan: EasyPlanSource
  readonly harmed: readonly HarmedSource[]
  readonly appointment: AppointmentSource
  readonly contacts: ContactsSource
}

export type SourceName = keyof Sources
