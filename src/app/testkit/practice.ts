/** The definitions of the product, for tests of rules that work by them and need no service. */
export { practice } from '../../../practice/index.ts'
