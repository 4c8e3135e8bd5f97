import { form, formPage, type Option, typedDate } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { hashOfForm, notFound, page } from '../../platform/http/index.ts'
import { QrCode } from '../../ui/qr/QrCode.tsx'
import { childFrame, childOf, KnowBeforeContact, ownPagesPath } from '../children/index.ts'
import { isLanguage, languageName, languages, planLanguage } from '../easyRead/index.ts'
import { mostDays, type Shared, shareable, usualDays, type Whose, whose } from './ownPage.ts'
import { type Keys, listOwnPages, type MadePage, makeOwnPage } from './ownPageQueries.ts'
import { makeOwnPagePath, ownPagePath } from './paths.ts'

/** Makes a page. Its link and its PIN are shown once. */
export const makeRoutes = formPage({
  path: makeOwnPagePath,
  permission: 'ownPages.make',
  about: 'child',
  change: 'Made a page of their own',
  view: 'Opened the form to make a page of their own',
  async load(request) {
    const child = await childOf(request)
    if (!child) return refused(notFound)
    const before = parentsBefore(await listOwnPages(request.tx, child.childId))
    return ok({ child, before, today: request.today })
  },
  form: ({ before }) =>
    form({
      id: 'own-page',
      fields: {
        whose: {
          kind: 'choice',
          label: 'Whose page is it?',
          required: 'Choose whose page it is',
          options: whoseOptions(before),
        },
        reader: {
          kind: 'text',
          label: 'Which parent or carer is it?',
          hint: 'Like “mother” or “step-father”. You tell the pages apart by it; no page shows it',
          required: 'Say which parent or carer it is',
          appliesWhen: { field: 'whose', is: ['parent'] },
          maxLength: 60,
          width: 'medium',
        },
        shares: {
          kind: 'choices',
          label: 'What does it show?',
          hint: 'Talk it through with them first. Nothing else is shown',
          required: 'Choose at least one thing',
          options: (Object.keys(shareable) as Shared[]).map(value => ({ value, label: shareable[value] })),
        },
        language: {
          kind: 'choice',
          as: 'select',
          label: 'In which language is the plan shown?',
          hint: 'Where you have entered the child’s copy in it; the rest of the page is in English',
          required: 'Choose a language',
          options: languages.map(tag => ({ value: tag, label: languageName(tag) })),
        },
        until: {
          kind: 'date',
          label: 'Until when does it work?',
          required: 'Say until when it works',
          notBeforeToday: 'The day must not be before today',
        },
      },
    }),
  title: () => 'Make a page of their own',
  intro: ({ child }) => <KnowBeforeContact alerts={child.alerts} />,
  back: ({ child }) => ownPagesPath.to(child),
  initial: ({ today }) => ({
    shares: Object.keys(shareable),
    language: planLanguage,
    until: typedDate(today.add({ days: usualDays })),
  }),
  frame: childFrame('plan'),
  submit: 'Make the page',
  async save(request, { whose: chosen, reader, shares, language, until }, { child, before, today }) {
    const { tx, who, now, platform } = request
    if (Temporal.PlainDate.compare(until, today.add({ days: mostDays })) > 0)
      return { kind: 'errors', errors: [{ field: 'until', message: 'Choose a day within a year from now' }] }
    const same = before.find(({ lineId }) => lineId === chosen)
    const its = chosen === 'child' ? 'child' : 'parent'
    const keys = await makeOwnPage(tx, {
      ...{ serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now },
      ...(its === 'parent' && { readerWords: same?.readerWords ?? reader ?? '' }),
      ...(same && { lineId: same.lineId }),
      ...{ whose: its, shares, language: isLanguage(language) ? language : planLanguage },
      expiresAt: until.add({ days: 1 }).toZonedDateTime(ukZone).toInstant(),
      madeByForm: hashOfForm(request),
    })
    const link = `${platform.config.publicUrl}${ownPagePath.to({ token: keys.token })}`
    return page(
      'The page is made',
      <Made keys={keys} link={link} its={its} until={until} back={ownPagesPath.to(child)} />,
      {
        own: { looks: [] },
      },
    )
  },
})

/** The parents and carers who have had a page, by the last that each had. */
function parentsBefore(pages: readonly MadePage[]): MadePage[] {
  const parents = pages.filter(it => it.whose === 'parent')
  return parents.filter(({ lineId }, index) => parents.findIndex(it => it.lineId === lineId) === index)
}

/** Whose page can be made: of a parent who has had one the worker says so, since only then it shows what they said before. */
const whoseOptions = (before: readonly MadePage[]): Option[] => [
  { value: 'child', label: whose.child },
  ...before.map(it => ({
    value: it.lineId,
    label: `The same as before: ${it.readerWords === '' ? 'a parent or carer' : it.readerWords}`,
    hint: `Page made ${writeDate(dayInUk(it.madeAt))} by ${it.madeBy}. What they said on it stands on the new page.`,
  })),
  { value: 'parent', label: before.length === 0 ? whose.parent : 'Another parent or carer' },
]

type MadeGiven = { keys: Keys; link: string; its: Whose; until: Temporal.PlainDate; back: string }

/**
 * What is handed on, drawn as the page itself is: no paper says what the service is for. On it stand the link and the code, and not
 * the PIN: whoever finds it opens nothing.
 */
function Made({ keys, link, its, until, back }: MadeGiven) {
  return (
    <>
      <div class="tl-no-print">
        <p>
          <a href={back}>Back to the child’s record</a>
        </p>
        <h1>The page is made</h1>
        <p>
          The PIN is <strong class="tl-own-made-pin">{keys.pin}</strong>
        </p>
        <p>Say it to them; it is not printed. Link and PIN are shown only now.</p>
        <p>
          <strong>
            {its === 'child'
              ? 'Ask first who else uses the phone, and whether it is safe to have the link on it.'
              : 'Give it only to a parent or carer who may know what it shows.'}
          </strong>
        </p>
        <p>To hand it on, print this page or let them point their camera at it.</p>
      </div>
      <section class="tl-own-section" aria-labelledby="card">
        <h2 id="card">Your page</h2>
        <p>Point the camera of your phone here. Then type your PIN.</p>
        <QrCode text={link} label="QR code with the link to the page" />
        <p>{link}</p>
        <p>It works until {writeDate(until)}.</p>
      </section>
    </>
  )
}
