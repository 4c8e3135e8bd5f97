/**
 * Posts JSON with the token found within `holder` (a field named `_csrf`, or its data-csrf). The request may
 * outlive the page, so that a draft is not lost by closing it. Throws when the server cannot be reached.
 */
export function postJson(address: string, body: string, holder: HTMLElement): Promise<Response> {
  const field = holder.querySelector<HTMLInputElement>('input[name="_csrf"]')
  return fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    // Browsers refuse to keep more than 64 KB alive.
    keepalive: body.length < 60_000,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-csrf-token': field?.value ?? holder.dataset.csrf ?? '',
    },
    body,
  })
}
