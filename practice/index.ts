import { assemblePractice } from '../src/engine/packs/index.ts'
import { ukZone } from '../src/kernel/dutyHours.ts'
import { bankHolidays } from './england-wales/bankHolidays.ts'
import { englandWales } from './england-wales/index.ts'
import { miltonKeynes } from './milton-keynes/index.ts'

/** All definitions: the national pack, then the local one. */
export const practice = assemblePractice({ bankHolidays, zone: ukZone, packs: [englandWales, miltonKeynes] })
