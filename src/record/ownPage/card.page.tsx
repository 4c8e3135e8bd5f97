import { form, formPage, type Typed } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import { goalPictures, isPicture, pictureWords } from '../../ui/pictures/pictures.ts'
import { type Card, readCard, saveCard } from './cardQueries.ts'
import { workerCardPath } from './paths.ts'

const typed = ({ called, does, phone, reach, picture }: Card): Typed => ({
  called,
  does,
  phone,
  reach,
  picture,
})

const cardForm = form({
  id: 'worker-card',
  saysOptionalOnce: true,
  fields: {
    called: {
      kind: 'text',
      label: 'What do children call you?',
      hint: 'Like “Robin”. Without it they read the name of your account',
      maxLength: 60,
      width: 'medium',
    },
    does: {
      kind: 'textarea',
      label: 'What do you do for them?',
      hint: 'One short sentence, like “I help you with school”',
      maxLength: 200,
      rows: 2,
      readByChild: true,
    },
    phone: {
      kind: 'text',
      label: 'On which number do they reach you?',
      hint: 'Your work phone',
      inputmode: 'tel',
      maxLength: 30,
      width: 'medium',
      pattern: {
        test: /^$|^\+?[\d ()-]{5,}$/,
        message: 'Enter a telephone number, like 07700 900 982',
      },
    },
    reach: {
      kind: 'text',
      label: 'When, and how best?',
      hint: 'Like “Text me. I read it from 9 to 5, Monday to Friday”',
      maxLength: 200,
    },
    picture: {
      kind: 'choice',
      as: 'select',
      label: 'A picture that stands for you',
      options: goalPictures.map(value => ({ value, label: pictureWords(value) })),
    },
  },
})

/** What children and parents read of whoever has signed in, on their own pages. */
export const cardRoutes = formPage({
  path: workerCardPath,
  permission: 'profile.own',
  change: 'Changed what children and parents read of oneself',
  load: async ({ tx, who }) => ok({ card: await readCard(tx, who.userId) }),
  form: () => cardForm,
  title: () => 'What children and parents read of you',
  intro: () => (
    <p class="govuk-body">
      It stands on the pages of the children with whom you work. Nothing has to be answered. Do not give a
      number or anything else that is private.
    </p>
  ),
  initial: ({ card }) => typed(card),
  version: ({ card }) => card.version,
  submit: 'Save',
  async save({ tx, who }, values, { card }) {
    const { called, does, phone, reach, picture = '' } = values
    const next = {
      called,
      does,
      phone,
      reach,
      picture: isPicture(picture) ? picture : '',
      version: card.version,
    }
    if (await saveCard(tx, who, next)) return redirect(workerCardPath.to(), 'Saved.')
    const theirs = await readCard(tx, who.userId)
    return { kind: 'collision', theirs: typed(theirs), version: theirs.version }
  },
})
