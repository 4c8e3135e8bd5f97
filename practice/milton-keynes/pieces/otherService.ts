/**
 * A child who moves here with a case that stands open elsewhere. No source of the plan lists it as a route: that children move
 * between services is why it is there, and each case that comes so is counted by it and by no other.
 */
export const fromOtherService = {
  'other-service': { title: 'Another youth justice service', handedOver: true },
} as const
