/**
 * What to tell a person when their browser refuses, by the name of its error. Browsers do not say whether the
 * person cancelled or there was no passkey, on purpose; nor do we.
 * Source: W3C Web Authentication Level 3, §5.1.3 and §5.1.4.
 */
export function passkeyMessage(errorName: string): string {
  switch (errorName) {
    case 'NotAllowedError':
    case 'AbortError':
      return 'No passkey was used. Try again, or choose another way.'
    case 'InvalidStateError':
      return 'This device already holds a passkey for your account.'
    case 'SecurityError':
      return 'Passkeys do not work at this address. Ask your administrator.'
    default:
      return 'That did not work. Try again, or choose another way.'
  }
}
