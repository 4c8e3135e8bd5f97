import { type CodeEntry, codeList } from '../../../src/engine/codes/index.ts'
import { until } from '../../../src/kernel/period.ts'

/** How the published statistics group disposals. */
export type Tier = 'pre-court' | 'first-tier' | 'community' | 'custody'

type Disposal = CodeEntry & { readonly tier: Tier }

const oldLaw = until('2020-11-30')
const tierIsOurs = 'That it belongs to this tier is our reading, not the source’s.'
const sentencingCode = 'A sentence under the Sentencing Code (from 1 December 2020); not read at its source.'
const beforeSentencingCode = 'Replaced by the Sentencing Code on 1 December 2020; the day was not read.'

/** Orders and other disposals for children. Our own codes; labels as the Youth Justice Statistics print them. */
export const disposals = codeList({
  id: 'disposals',
  title: 'Orders and disposals',
  source: 'Labels of the Youth Justice Statistics, local level open data, read through a public script',
  file: 'practice/england-wales/codes/disposals.ts',
  entries: [
    { code: 'youth-caution', label: 'Youth caution', tier: 'pre-court' },
    { code: 'youth-conditional-caution', label: 'Youth conditional caution', tier: 'pre-court' },
    { code: 'absolute-discharge', label: 'Absolute discharge', ...firstTier() },
    { code: 'bind-over', label: 'Bind over', ...firstTier() },
    { code: 'compensation-order', label: 'Compensation order', ...firstTier() },
    { code: 'conditional-discharge', label: 'Conditional discharge', ...firstTier() },
    { code: 'fine', label: 'Fine', ...firstTier() },
    { code: 'referral-order', label: 'Referral order', ...firstTier() },
    { code: 'reparation-order', label: 'Reparation order', ...firstTier() },
    { code: 'sentence-deferred', label: 'Sentence deferred', ...firstTier() },
    {
      code: 'youth-rehabilitation-order',
      label: 'Youth rehabilitation order',
      tier: 'community',
      unverified: true,
      note: tierIsOurs,
    },
    {
      code: 'youth-diversion-order',
      label: 'Youth diversion order',
      tier: 'community',
      unverified: true,
      note: 'New in law; neither its first day nor its tier has been read.',
    },
    { code: 'detention-and-training-order', label: 'Detention and training order', tier: 'custody' },
    { code: 'section-90-91', label: 'Section 90 to 91 detention', ...oldCustody() },
    { code: 'section-90-92', label: 'Section 90 to 92 detention', ...oldCustody() },
    { code: 'section-226-life', label: 'Section 226 detention for life', ...oldCustody() },
    {
      code: 'section-226-public-protection',
      label: 'Section 226 detention for public protection',
      ...oldCustody(),
    },
    { code: 'section-226b', label: 'Section 226B extended detention', ...oldCustody() },
    { code: 'section-228', label: 'Section 228 extended detention', ...oldCustody() },
    { code: 'section-250', label: 'Detention under section 250', ...newCustody() },
    { code: 'section-252a', label: 'Detention under section 252A', ...newCustody() },
    { code: 'section-254', label: 'Extended detention under section 254', ...newCustody() },
    { code: 'section-259', label: 'Detention under section 259', ...newCustody() },
    { code: 'section-260', label: 'Detention for life under section 260', ...newCustody() },
  ] satisfies readonly Disposal[],
})

function firstTier() {
  return { tier: 'first-tier', unverified: true, note: tierIsOurs } as const
}

function oldCustody() {
  return { tier: 'custody', inForce: oldLaw, unverified: true, note: beforeSentencingCode } as const
}

function newCustody() {
  return { tier: 'custody', unverified: true, note: sentencingCode } as const
}
