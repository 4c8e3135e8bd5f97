export { JobFault, keepSafe } from './jobFault.ts'
export {
  countFailures,
  type Failure,
  listFailures,
  listQueues,
  mostFailures,
  type Queue,
} from './jobQueries.ts'
export { type Job, type JobDesk, type Jobs, prepareJobs, startJobs } from './jobs.ts'
