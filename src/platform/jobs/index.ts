export { type Job, type Jobs, prepareJobs, startJobs } from './jobs.ts'
