import { Button } from '../../ui/govuk/index.ts'

type Given = {
  /** Making a new passkey, or signing in with one. */
  ceremony: 'register' | 'signin'
  optionsUrl: string
  verifyUrl: string
  csrfToken: string
  /** On the button. */
  text: string
  isSecondary?: boolean
}

/**
 * The place where the browser's script makes passkeys work. The button is sent hidden, because without the script, or
 * in a browser that knows no passkeys, it could do nothing.
 */
export function PasskeyButton({ ceremony, optionsUrl, verifyUrl, csrfToken, text, isSecondary }: Given) {
  const mark = { [`data-passkey-${ceremony}`]: '' }
  return (
    <div {...mark} data-options-url={optionsUrl} data-verify-url={verifyUrl}>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <div class="tl-passkey__message" role="alert" />
      <Button
        type="button"
        classes={isSecondary ? 'govuk-button--secondary' : undefined}
        attributes={{ hidden: true }}
      >
        {text}
      </Button>
    </div>
  )
}
