export { queuePath, queueRoute } from './queue.page.tsx'
export { type GivenBack, listGivenBackTo, listWaiting } from './toCountersign.ts'
