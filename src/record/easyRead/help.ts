import { formFrom } from '../../engine/feedback/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'

/** Where help is to be had now, as on the child’s form for feedback, its title first: it stands on every copy, and is translated with it. */
export function helpWords(): readonly string[] {
  const help = formFrom(practiceInUse().feedback, 'child')?.help
  return help ? [help.title, ...help.lines] : []
}
