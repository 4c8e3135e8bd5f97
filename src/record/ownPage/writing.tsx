import type { Visit } from '../../platform/http/index.ts'

/** What was sent and could not be taken: where it stands, what is wrong, and what was typed. */
export type Unsaid = { at: string; message: string; typed: string }

/** What says that a form came from the page itself. */
export function Csrf({ visit }: { visit: Visit }) {
  return <input type="hidden" name="_csrf" value={visit.csrfToken} />
}

type WritingGiven = {
  visit: Visit
  action: string
  id: string
  label: string
  hint: string
  unsaid: Unsaid | undefined
}

/** A few words to those who work with the child. */
export function Writing({ visit, action, id, label, hint, unsaid }: WritingGiven) {
  const wrong = unsaid?.at === id ? unsaid : undefined
  return (
    <form method="post" action={action}>
      <Csrf visit={visit} />
      <label for={`${id}-words`}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
      {wrong && (
        <p class="tl-own-error" id={`${id}-error`}>
          {wrong.message}
        </p>
      )}
      <p>
        <textarea
          id={`${id}-words`}
          name="words"
          rows={3}
          maxLength={1_000}
          dir="auto"
          aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ''}`}
        >
          {wrong?.typed}
        </textarea>
      </p>
      <button class="tl-own-main" type="submit">
        Send
      </button>
    </form>
  )
}
