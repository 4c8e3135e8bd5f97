/** Whoever works with children and families, and whoever leads them. */
export const caseWorkers = ['officer', 'senior', 'manager'] as const

/** Whoever can be named as the worker, and those who lead them. */
export const workers = ['officer', 'senior', 'manager', 'speech-therapist', 'health-worker'] as const

export const seniors = ['senior', 'manager'] as const

/** Whoever records what arrives. */
export const receivers = ['officer', 'senior', 'manager', 'business-support', 'police-officer'] as const

/** Who can be asked, and can answer, for the child. */
export const childAndFamily = [
  { value: 'child', label: 'The child' },
  { value: 'parent', label: 'A parent or carer' },
] as const

/** How a family is reached. */
export const waysOfContact = [
  { value: 'visit', label: 'Visit' },
  { value: 'telephone', label: 'Telephone' },
  { value: 'video', label: 'Video call' },
  { value: 'text', label: 'Text message' },
  { value: 'letter', label: 'Letter' },
  { value: 'school', label: 'Through school or college' },
] as const
