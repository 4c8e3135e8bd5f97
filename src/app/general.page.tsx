import { sql } from 'kysely'
import { page, path, route } from '../platform/http/index.ts'
import { uiGallery, uiGalleryIdentity } from '../ui/layout/GalleryPage.tsx'

const nothing = { kind: 'none', why: 'holds nothing about anybody' } as const

/** Pages that belong to no slice: help, statements, the gallery, and what machines ask to know whether the server is well. */
export const generalRoutes = [
  route({
    method: 'GET',
    path: path('/help'),
    permission: 'anyone',
    audit: nothing,
    handle: async () =>
      page(
        'Help',
        <>
          <h1 class="govuk-heading-l">Help</h1>
          <h2 class="govuk-heading-m">Signing in</h2>
          <p class="govuk-body">
            Your administrator invites you by email. If you have forgotten your password, use{' '}
            <a class="govuk-link" href="/reset-password">
              I have forgotten my password
            </a>
            . After half an hour without a click you are signed out; what you were typing is kept and is there
            again when you come back.
          </p>
          <h2 class="govuk-heading-m">Finding a child</h2>
          <p class="govuk-body">
            Press / on any page, or go to the search box at the top. Type a name, a date of birth or a
            reference. Spelling need not be right.
          </p>
          <h2 class="govuk-heading-m">When two people change the same thing</h2>
          <p class="govuk-body">
            Nothing is overwritten. Whoever saves second sees both versions and decides.
          </p>
          <h2 class="govuk-heading-m">When something is wrong</h2>
          <p class="govuk-body">Tell your administrator, with the request number at the foot of the page.</p>
        </>,
        { width: 'reading' },
      ),
  }),
  route({
    method: 'GET',
    path: path('/accessibility'),
    permission: 'anyone',
    audit: nothing,
    handle: async () =>
      page(
        'Accessibility statement',
        <>
          <h1 class="govuk-heading-l">Accessibility statement</h1>
          <p class="govuk-body">
            Throughline is meant to be usable by everybody, with any device. It aims at the Web Content
            Accessibility Guidelines 2.2, level AA.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            <li>
              Everything works by keyboard and without scripts, except signing in with a passkey, which has
              another way beside it.
            </li>
            <li>
              Text can be enlarged to 400% without scrolling sideways; wide tables scroll within themselves.
            </li>
            <li>Status is said by word, shape and colour together.</li>
            <li>Dark mode and reduced motion follow your device.</li>
          </ul>
          <p class="govuk-body">
            Every page is tested with axe each time the program changes. No test by people with disabilities
            has been made yet. If something does not work for you, tell your administrator, who can pass it on
            to the project.
          </p>
        </>,
        { width: 'reading' },
      ),
  }),
  route({
    method: 'GET',
    path: path('/privacy'),
    permission: 'anyone',
    audit: nothing,
    handle: async () =>
      page(
        'Privacy',
        <>
          <h1 class="govuk-heading-l">Privacy</h1>
          <p class="govuk-body">
            This site holds records about children and the people around them, kept by the youth justice
            service that you work with. The service is the controller: its own privacy notice says on what
            ground it holds them and for how long.
          </p>
          <p class="govuk-body">
            What you do here is recorded: every change, and every record that you look at, with your name and
            the time. Managers and inspectors can read it.
          </p>
          <h2 class="govuk-heading-m">Cookies</h2>
          <p class="govuk-body">
            Only what is needed: one says that you have signed in, one protects forms against being sent from
            elsewhere, one carries the short message after you save something, and three more last for the
            minutes in which you sign in with a second step or a passkey, or give your password again to add
            one. On a page that you were given with a PIN, one says that you have opened it, for two hours,
            and one how you want it to look. None follows you anywhere.
          </p>
        </>,
        { width: 'reading' },
      ),
  }),
  route({
    method: 'GET',
    path: path('/design'),
    permission: 'anyone',
    audit: nothing,
    handle: async () => page('Patterns', uiGallery(), { identity: uiGalleryIdentity() }),
  }),
  route({
    method: 'GET',
    path: path('/health/live'),
    permission: 'anyone',
    audit: nothing,
    handle: async () => ({ kind: 'json', status: 200, body: { status: 'live' } }),
  }),
  route({
    method: 'GET',
    path: path('/health/ready'),
    permission: 'anyone',
    audit: nothing,
    async handle({ platform }) {
      try {
        await sql`select list_services() limit 1`.execute(platform.db)
        return { kind: 'json', status: 200, body: { status: 'ready' } }
      } catch {
        return { kind: 'json', status: 503, body: { status: 'the database does not answer' } }
      }
    },
  }),
]
