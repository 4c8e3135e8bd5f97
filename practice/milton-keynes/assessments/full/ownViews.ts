import type { Section } from '../../../../src/engine/assessments/index.ts'
import { face } from '../../pieces/faces.ts'
import { noted } from '../../pieces/questions.ts'

/** What the child says of themselves, before anybody else says anything. In words for somebody of nine. */
const child: Section = {
  title: 'The child’s own view',
  intro: 'These are your questions. You do not have to answer. There are no wrong answers.',
  appliesWhen: { field: 'child-how', is: ['alone', 'together', 'pictures'] },
  fields: {
    'child-home': face('How is home?'),
    'child-family': face('How are things with your family?'),
    'child-friends': face('How are things with your friends?'),
    'child-learning': face('How is school, college or work?'),
    'child-body': face('How does your body feel?'),
    'child-feelings': face('How do you feel inside?'),
    'child-safe': face('How are things with staying safe?'),
    'child-future': face('How do you feel about what comes next?'),
    'child-good': noted('What is good in your life?'),
    'child-change': noted('What would you like to be different?'),
    'child-help': noted('Who or what could help you?'),
  },
}

const parent: Section = {
  title: 'The parent’s or carer’s own view',
  intro: 'For the parent or carer. You do not have to answer every question.',
  appliesWhen: { field: 'parent-asked', is: ['yes'] },
  fields: {
    'parent-proud': noted('What are you proud of in your child?'),
    'parent-home': face('How are things at home for you?'),
    'parent-child': face('How are things between you and your child?'),
    'parent-learning': face('How is school, college or work for your child?'),
    'parent-safe': face('How are things with your child staying safe?'),
    'parent-worry': noted('What worries you most?'),
    'parent-help': noted('What would help your child, and you?'),
  },
}

/** What the child and a parent or carer say for themselves. */
export const ownViews: Readonly<Record<string, Section>> = { child, parent }
