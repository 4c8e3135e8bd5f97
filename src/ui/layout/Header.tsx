import { Wordmark } from '../brand/Mark.tsx'
import { SearchForm, type SearchProps } from './SearchForm.tsx'

/** The person signed in, as the header names them. */
export interface HeaderUser {
  name: string
  serviceName: string
}

interface HeaderProps {
  user?: HeaderUser | undefined
  csrfToken?: string | undefined
  search?: Omit<SearchProps, 'csrfToken'> | undefined
}

/**
 * The mark, the service, search, my name, help and sign out. Signing out changes something, so it is a form:
 * no page elsewhere can do it with a picture or a link. So is search. Both appear only with a `csrfToken` to send.
 */
export function Header({ user, csrfToken, search }: HeaderProps) {
  return (
    <div class="govuk-width-container tl-header__row">
      <a class="tl-header__home" href="/">
        <Wordmark />
      </a>
      {user && <span class="tl-header__service">{user.serviceName}</span>}
      {search && csrfToken && <SearchForm {...search} csrfToken={csrfToken} />}
      <ul class="tl-header__links">
        {user && (
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href="/account">
              {user.name}
              <span class="govuk-visually-hidden">: my account</span>
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link govuk-link--no-visited-state" href="/help">
            Help
          </a>
        </li>
        {user && csrfToken && (
          <li>
            <form method="post" action="/sign-out">
              <input type="hidden" name="_csrf" value={csrfToken} />
              <button class="tl-link-button" type="submit">
                Sign out
              </button>
            </form>
          </li>
        )}
      </ul>
    </div>
  )
}
