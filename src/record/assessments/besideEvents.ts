import { practiceInUse } from '../../engine/packs/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { eachHappened, type Happened, readHappenedBeside } from '../events/index.ts'
import { askedBackAfter, type OpenedAssessment } from './assessment.ts'

/** Whether a form is a review of what was assessed before: then it says which events it takes up. */
const isReview = ({ form }: Pick<OpenedAssessment, 'form'>) =>
  practiceInUse().reviewRules.some(({ forms }) => forms.includes(form))

/**
 * A form beside what has happened since something about the child was signed, and that no other form or plan has taken up. Its questions
 * back know of it.
 * @returns `happened` undefined for a form that is no review, and is not asked what it takes up
 */
export async function besideEvents(
  request: Pick<Request, 'tx' | 'today'>,
  it: OpenedAssessment,
): Promise<{ it: OpenedAssessment; happened: readonly Happened[] | undefined }> {
  if (!isReview(it)) return { it, happened: undefined }
  const happened = await readHappenedBeside(request, it.childId, it.assessmentId)
  return { it: askedBackAfter(it, eachHappened(happened)), happened }
}
