import type { Chance } from './chance.ts'

/** An invented child, with a family and an address. */
export type Invented = {
  given: string
  family: string
  sex: '1' | '2'
  ethnicity: string
  language: string
  needsInterpreter: boolean
  address: string
  postcode: string
  phone: string
  school: string
  parent: string
  parentPhone: string
  /** Who is spoken with at home. */
  atHome: 'mother' | 'father' | 'grandmother'
}

type Background = {
  /** Codes of the 18+1 list. */
  ethnicity: readonly string[]
  languages: readonly string[]
  boys: readonly string[]
  girls: readonly string[]
  families: readonly string[]
  parents: readonly string[]
  /** How many children of a hundred are of such a background. Invented: it is no city's census. */
  share: number
}

/** The backgrounds of a growing city, with names that are put together and belong to nobody. */
const backgrounds: readonly Background[] = [
  {
    share: 46,
    ethnicity: ['W1', 'W1', 'W1', 'W2'],
    languages: ['English'],
    boys: [
      'Alfie',
      'Ben',
      'Callum',
      'Charlie',
      'Dylan',
      'Ethan',
      'Finn',
      'Harvey',
      'Jake',
      'Kieran',
      'Liam',
      'Mason',
      'Owen',
      'Reece',
      'Riley',
      'Tyler',
      'Zac',
    ],
    girls: [
      'Amber',
      'Bethan',
      'Chloe',
      'Daisy',
      'Ellie',
      'Faith',
      'Georgia',
      'Holly',
      'Jade',
      'Kayleigh',
      'Lacey',
      'Megan',
      'Niamh',
      'Poppy',
      'Siân',
      'Tegan',
    ],
    families: [
      'Ashdown',
      'Barlow',
      'Brindle',
      'Carver',
      'Dunmore',
      'Ellery',
      'Fenwright',
      'Grady',
      'Harrowell',
      'Iveson',
      'Larkham',
      "O'Dell",
      'Penrose',
      'Quill',
      'Rudge',
      'Stainer',
      'Thornby',
      'Wickens',
    ],
    parents: ['Kelly', 'Donna', 'Mark', 'Lisa', 'Sarah', 'Paul', 'Tracey', 'Aoife'],
  },
  {
    share: 10,
    ethnicity: ['B2', 'B2', 'B9'],
    languages: ['English', 'English', 'Yoruba', 'Somali', 'Twi', 'French'],
    boys: ['Ayo', 'Chidi', 'Emeka', 'Kofi', 'Kwame', 'Malik', 'Samuel', 'Yusuf'],
    girls: ['Abeni', 'Ama', 'Efua', 'Hodan', 'Ifeoma', 'Ngozi', 'Temi', 'Zainab'],
    families: [
      'Abara',
      'Adeyinka',
      'Boatengson',
      'Danso',
      'Egwu',
      'Farahani-Nur',
      'Mensah-Hale',
      'Nkemelu',
      'Okafor-Reed',
      'Warsame',
    ],
    parents: ['Blessing', 'Grace', 'Kwabena', 'Ruth', 'Ifrah', 'Joseph'],
  },
  {
    share: 6,
    ethnicity: ['B1'],
    languages: ['English'],
    boys: ['Andre', 'Jermaine', 'Keanu', 'Leon', 'Marlon', 'Tyrese'],
    girls: ['Alicia', 'Jada', 'Kiara', 'Naomi', 'Shanice', 'Tia'],
    families: ['Braithwell', 'Campion', 'Delroy-Shaw', 'Gayleford', 'Palmerston', 'Reidley'],
    parents: ['Beverley', 'Marcia', 'Winston', 'Yvonne'],
  },
  {
    share: 12,
    ethnicity: ['A1', 'A2', 'A3', 'A9'],
    languages: ['English', 'Urdu', 'Bengali', 'Gujarati', 'Tamil', 'Punjabi'],
    boys: ['Aarav', 'Bilal', 'Hamza', 'Ibrahim', 'Imran', 'Kabir', 'Rohan', 'Zain'],
    girls: ['Aaliyah', 'Anika', 'Fatima', 'Hafsa', 'Maryam', 'Meera', 'Priya', 'Sana'],
    families: [
      'Ahmadi',
      'Begumpur',
      'Chaudry-Lane',
      'Iqbalzada',
      'Malhotrey',
      'Nadkarnan',
      'Rahmanov',
      'Siddiqson',
      'Thakoor',
    ],
    parents: ['Asma', 'Nasreen', 'Rajesh', 'Shabana', 'Tariq', 'Usha'],
  },
  {
    share: 9,
    ethnicity: ['W9'],
    languages: ['Polish', 'Romanian', 'Lithuanian', 'Portuguese', 'Ukrainian', 'English'],
    boys: ['Adrian', 'Dawid', 'Filip', 'Kacper', 'Luka', 'Matei', 'Oskar', 'Tomasz'],
    girls: ['Alicja', 'Daria', 'Ioana', 'Julia', 'Maja', 'Oksana', 'Wiktoria', 'Zofia'],
    families: [
      'Dąbrowiec',
      'Ionescul',
      'Kowalczuk-Ray',
      'Melnykar',
      'Nowakiewicz',
      'Petrauskis',
      'Silveirinha',
      'Zielińskin',
    ],
    parents: ['Agnieszka', 'Marek', 'Monika', 'Elena', 'Olena', 'Rui'],
  },
  {
    share: 3,
    ethnicity: ['W3'],
    languages: ['English', 'Romani'],
    boys: ['Jimmy-Joe', 'Levi', 'Martin', 'Tommy'],
    girls: ['Delilah', 'Kizzy', 'Mary-Ellen', 'Shantelle'],
    families: ['Connorsby', 'Doranly', 'Loveridge-Hurn', 'Smithson-Lee'],
    parents: ['Bridget', 'Patrick', 'Kathleen', 'Martin'],
  },
  {
    share: 10,
    ethnicity: ['M1', 'M1', 'M2', 'M3', 'M9'],
    languages: ['English'],
    boys: ['Elijah', 'Isaiah', 'Jayden', 'Kai', 'Micah', 'Theo'],
    girls: ['Amara', 'Lola', 'Mia', 'Nevaeh', 'Simone', 'Skye'],
    families: ['Ashworthy', 'Bellamy-Osei', 'Carterett', 'Fieldsend', 'Morganby', 'Priceley', 'Turnbullar'],
    parents: ['Claire', 'Danielle', 'Nathan', 'Simone'],
  },
  {
    share: 4,
    ethnicity: ['O2', 'O9', 'A4', 'NS'],
    languages: ['Arabic', 'Turkish', 'Kurdish', 'Cantonese', 'English'],
    boys: ['Emre', 'Hadi', 'Karim', 'Wing', 'Yousef'],
    girls: ['Defne', 'Lina', 'Mei', 'Rima', 'Shirin'],
    families: ['Al-Hadidi', 'Aydınlar', 'Chanwick', 'Haddadin', 'Karimov'],
    parents: ['Aylin', 'Layla', 'Mehmet', 'Ying'],
  },
]

const streets = [
  'Harrier Court',
  'Larkspur Row',
  'Saxon Terrace',
  'Foundry Close',
  'Heron Row',
  'Tannery Walk',
  'Quarry Lane',
  'Millfield Way',
  'Beacon Gate',
  'Osier Bank',
  'Chantry Path',
  'Signal Drive',
]
const areas = ['MK1', 'MK2', 'MK3', 'MK4', 'MK6', 'MK9', 'MK11', 'MK12', 'MK13', 'MK14']

const college = 'Milton Brook College'

/** Schools and colleges, none of which there is. */
const schools = [
  'Brookfield School',
  'Loughton Brook Academy',
  college,
  'Ousel Valley School',
  'Stantonbridge Academy',
  'The Willows (alternative education)',
]

/** Of the parents' names above, those of fathers. */
const fathers = new Set<string>([
  'Joseph',
  'Kwabena',
  'Marek',
  'Mark',
  'Martin',
  'Mehmet',
  'Nathan',
  'Patrick',
  'Paul',
  'Rajesh',
  'Rui',
  'Tariq',
  'Winston',
])

/** Whether it is where one learns after school. */
export const isCollege = (school: string): boolean => school === college

/** Where a child learns at an age: nobody goes to college before sixteen, nor to school long after. */
export function schoolAt(age: number, school: string): string {
  if (school === '' || age === 16) return school
  if (age > 16) return college
  return school === college ? 'Ousel Valley School' : school
}

/** Makes up a child. */
export function invent(by: Chance): Invented {
  const background = backgroundAt(by.next() * backgrounds.reduce((sum, { share }) => sum + share, 0))
  const isBoy = by.isIn(76)
  const family = by.one(background.families)
  const language = by.one(background.languages)
  const parent = by.isIn(85) ? by.one(background.parents) : undefined
  return {
    given: by.one(isBoy ? background.boys : background.girls),
    family,
    sex: isBoy ? '1' : '2',
    ethnicity: by.one(background.ethnicity),
    language,
    needsInterpreter: language !== 'English' && by.isIn(35),
    ...inventAddress(by),
    phone: by.isIn(60) ? inventPhone(by) : '',
    school: by.isIn(95) ? by.one(schools) : '',
    parent: parent === undefined ? '' : `${parent} ${family.split('-')[0]}`,
    parentPhone: inventPhone(by),
    atHome: parent === undefined ? 'grandmother' : fathers.has(parent) ? 'father' : 'mother',
  }
}

/** Somewhere to live. */
export function inventAddress(by: Chance): Pick<Invented, 'address' | 'postcode'> {
  const letters = 'ABDEFGHJLN'
  return {
    address: `${by.between(1, 180)} ${by.one(streets)}`,
    postcode: `${by.one(areas)} ${by.between(1, 9)}${by.one([...letters])}${by.one([...letters])}`,
  }
}

/** A number of those that Ofcom keeps free for stories: 07700 900000 to 900999. */
function inventPhone(by: Chance): string {
  return `07700 900${String(by.between(200, 999))}`
}

function backgroundAt(at: number): Background {
  let sum = 0
  const found = backgrounds.find(({ share }) => {
    sum += share
    return at < sum
  })
  const last = backgrounds.at(-1)
  if (!last) throw new Error('no backgrounds')
  return found ?? last
}
