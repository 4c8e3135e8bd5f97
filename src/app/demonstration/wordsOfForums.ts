/** People from outside who sit in the demonstration’s meetings, by their agency. All are invented. */
export const outsiders: Readonly<Record<string, readonly string[]>> = {
  'Children’s social care': ['Prue Hallam', 'Rowena Tilley'],
  Education: ['Alec Dunmore', 'Bryony Keast'],
  Probation: ['Imran Solway'],
  'Early help': ['Della Whitcombe'],
  Schools: ['Margery Pell', 'Theo Arkwright'],
  'Local authority': ['Celia Brandreth', 'Hugh Tamworth', 'Nia Penrose'],
  'Public health': ['Dr Anselm Roe'],
  Police: ['Inspector Kit Farrow'],
  Health: ['Lorna Vickers', 'Sunil Pryce'],
  'Magistrates’ court': ['Winifred Oakes'],
  Volunteers: ['Jim Tolliver', 'Asha Corrigan'],
  Independent: ['Professor Ines Mallory', 'Bertram Coe'],
  'Crown Prosecution Service': ['Octavia Sharpe'],
  'Youth justice service': ['Robin Vale'],
}

/** Children who are discussed: at which forum, at how many meetings back (0: the next), and what was said. */
export const discussed = [
  {
    forum: 'joint-decision-panel',
    ago: 2,
    why: 'In the fight at the bus station, with two others. Says that there was a push, and wants to say sorry.',
    decision: 'community-resolution',
    answers: {},
    reasons:
      'The first time; took part in the talk about it, and the family helps. Whoever was hurt wants a letter.',
    dissent: '',
  },
  {
    forum: 'joint-decision-panel',
    ago: 1,
    why: 'A phone was taken from a younger child and given back the next day.',
    decision: 'outcome-22',
    answers: {},
    reasons:
      'Does not say who did it, and is ready to work on how to deal with arguments. That helps more than a caution.',
    dissent: 'The police would have preferred a caution, because it was planned.',
  },
  {
    forum: 'joint-decision-panel',
    ago: 1,
    why: 'A window of the youth club was broken.',
    decision: 'put-off',
    answers: { needs: 'What the youth club wants: the victim worker brings it.' },
    reasons: 'Whoever was harmed had not been asked.',
    dissent: '',
  },
  {
    forum: 'joint-decision-panel',
    ago: 0,
    why: 'Found with a small folding knife on the way to school. It is said to be a cousin’s.',
  },
  { forum: 'joint-decision-panel', ago: 0, why: 'Shouted at and pushed a shop worker.' },
  { forum: 'joint-decision-panel', ago: 0, why: 'Sprayed paint on the underpass with friends.' },
  {
    forum: 'ete-panel',
    ago: 3,
    why: 'Three hours a day since September, and no lessons with the class since.',
    decision: 'plan-agreed',
    answers: {
      plan: 'Two more lessons a week with the class, art first. The key worker waits at the door.',
      hours: 18,
    },
    reasons: 'Wants to be with friends, and art goes well.',
    dissent: '',
  },
  {
    forum: 'ete-panel',
    ago: 0,
    why: 'Has not been to school for five weeks. The bus is where it happens.',
  },
  {
    forum: 'youth-risk-meeting',
    ago: 1,
    why: 'Seen with older boys near the station late at night, twice in a week.',
    decision: 'plan',
    answers: {
      plan: 'Police and youth workers are at the station on Fridays. An uncle fetches the child from training.',
    },
    reasons: 'More likely to be hurt than to hurt anybody.',
    dissent: '',
  },
  {
    forum: 'youth-risk-meeting',
    ago: 0,
    why: 'A fight has been announced for Saturday. The child is named in it.',
  },
  {
    forum: 'missing-exploitation-panel',
    ago: 0,
    why: 'Missing for the third time this month, once overnight.',
  },
] as const

/** Papers before the board. */
export const papers = [
  {
    ago: 1,
    title: 'Figures of the quarter',
    about: 'How many children came for the first time, how many came back, and how long they waited.',
    decision: 'noted',
    reasons: 'Fewer children came for the first time. The wait for a decision is too long.',
  },
  {
    ago: 1,
    title: 'A room for victims at Brook House',
    about: 'Those who were harmed wait in the same hall as the children.',
    decision: 'agreed',
    reasons: 'Nobody should have to meet by chance.',
  },
  {
    ago: 0,
    title: 'What children say of us',
    about: 'The answers of the quarter, and what was done about them.',
  },
  { ago: 0, title: 'Actions from the inspection', about: 'Which are done, and which are late.' },
] as const

/** What some agencies have said before the next meeting. */
export const returned = [
  {
    seat: 'social-care',
    name: 'Rowena Tilley',
    answers: {
      status: 'early-help',
      worker: 'Early help team, Brook House',
      well: 'An aunt has taken the child in on bad weekends, and they get on.',
      safe: 'Older friends of a cousin come to the flat.',
    },
  },
  {
    seat: 'youth-justice',
    name: 'Robin Vale',
    answers: {
      strengths: 'Plays in the school band and has not missed a rehearsal.',
      voice: '“I just want everybody to calm down.”',
      picture:
        'What happened came out of a quarrel that began online. It is not the way the child usually is.',
      suggests: 'Something that brings both sides together.',
    },
  },
] as const
