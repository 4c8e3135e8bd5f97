export { JobFault, keepSafe } from './jobFault.ts'
export { type Failure, listFailures, listQueues, type Queue } from './jobQueries.ts'
export { type Job, type JobDesk, type Jobs, prepareJobs, startJobs } from './jobs.ts'
