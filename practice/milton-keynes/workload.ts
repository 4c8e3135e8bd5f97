import type { WorkloadMethod } from '../../src/engine/workload/index.ts'

/**
 * How load is counted. The youth justice plan asks for workload by one agreed method and gives no weights, and no other
 * source does: every number here is the service’s own setting, to be agreed by the managers and changed in this file.
 */
export const workload: WorkloadMethod = {
  id: 'points',
  title: 'Points for open cases',
  source: 'The service’s own setting: no source gives weights',
  file: 'practice/milton-keynes/workload.ts',
  unverified: true,
  fullTime: { hours: 37, points: 80 },
  kinds: { prevention: 5, diversion: 5, 'out-of-court': 6, court: 8, custody: 8 },
  // Until the work begins there is little to do between the steps, and seldom a worker.
  stages: {
    diversion: { notified: 3, screened: 3, decided: 3, offered: 2, accepted: 2 },
    'out-of-court': {
      referred: 3,
      'referred-grave': 4,
      'to-assess': 4,
      assessed: 3,
      ready: 3,
      decided: 2,
      agreed: 2,
    },
    'esp-prevention': { referred: 3, screened: 3, 'to-contact': 3, offered: 2, accepted: 2 },
  },
  extras: { alert: 1, interpreter: 1 },
  coWorkerShare: 0.5,
}
