import type { PictureName } from '../../ui/pictures/pictures.ts'
import type { DemonstrationEmail } from './people.ts'

/** The picture that a worker would choose for a goal of `goalsOf`, by its words. */
export const pictures: Readonly<Record<string, PictureName>> = {
  '“I want to stay in my football team.”': 'football',
  '“I want to go to school every day.”': 'school',
  '“I want to cook for people.”': 'cooking',
  '“I want to build things and get paid for it.”': 'making',
  '“I want to get home without being stopped.”': 'home',
  '“I want my phone to be mine again.”': 'phone-use',
  '“I want to sleep.”': 'sleep',
  '“I want to put it right.”': 'saying-sorry',
  '“I want to walk away when they shout at me.”': 'calm',
  '“I will leave my bag at home.”': 'safe',
}

/** Steps of `goalsOf` that a child would not say so, in plain words. */
export const plainWords: Readonly<Record<string, string>> = {
  'Ask the club to lower the fee': 'Ask the club if you can pay less.',
  'Meet the head of year and agree a quiet place': 'Meet you at school. Find you a quiet place.',
  'Two days of trial with the builder': 'Work with the builder for two days. See if you like it.',
  'Learn ten questions for the safety card': 'Learn ten questions. Then you can take the test.',
  'Tell the safer schools officer where they wait': 'Tell the school where the boys wait.',
  'See the school nurse about sleep': 'Talk with you about sleep.',
}

/** What children have said on their own pages, all invented. */
export const ownWords = [
  'I like that you come to the club and not to my house.',
  'Can we meet after five? I have training now.',
]

/** What children read of some who work here; the numbers are those that Ofcom keeps for stories. */
export const cards: readonly {
  of: DemonstrationEmail
  called: string
  does: string
  phone: string
  reach: string
  picture: PictureName
}[] = [
  {
    of: 'officer@demo.throughline.invalid',
    called: 'Robin',
    does: 'I help you with your plan.',
    phone: '07700 900982',
    reach: 'Text me. I read it from 9 to 5, Monday to Friday.',
    picture: 'talking',
  },
  {
    of: 'manager@demo.throughline.invalid',
    called: 'Meera',
    does: 'I am the boss here.',
    phone: '01632 960441',
    reach: 'Ring me from Monday to Friday.',
    picture: 'talking',
  },
  {
    of: 'officer2@demo.throughline.invalid',
    called: '',
    does: 'I help you with school and work.',
    phone: '07700 900983',
    reach: 'Ring me in the morning.',
    picture: 'learning',
  },
]
