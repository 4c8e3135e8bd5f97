import { onceName, type Request } from '../../platform/http/index.ts'

/**
 * What every form carries that changes something: the token against other sites' pages, and the one by which it is saved
 * once however often it arrives. Not for forms that ask for secrets: a browser keeps what this one holds until it is sent.
 */
export function SendingMarks({ request }: { request: Pick<Request, 'csrfToken' | 'onceToken'> }) {
  return (
    <>
      <input type="hidden" name="_csrf" value={request.csrfToken} />
      <input type="hidden" name={onceName} value={request.onceToken()} />
    </>
  )
}
