/** The two design systems publish their scripts without types; these are the parts we call. */
declare module 'govuk-frontend' {
  type Component = abstract new (...given: never[]) => object
  export function initAll(): void
  export function createAll(component: Component): void
}

declare module '@ministryofjustice/frontend' {
  type Component = abstract new (...given: never[]) => object
  export const Alert: Component
  export const DatePicker: Component
}
