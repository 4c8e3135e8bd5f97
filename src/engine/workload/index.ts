export {
  type CarriedCases,
  capacityOf,
  type LoadLine,
  loadOf,
  type WorkloadMethod,
  weightOf,
} from './workload.ts'
