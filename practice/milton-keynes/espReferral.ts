import { arrivalForm } from '../../src/engine/arrivals/index.ts'
import { childQuestions, childQuestionsSay, received } from '../england-wales/childQuestions.ts'
import { referralQuestions } from './espReferralQuestions.ts'

/**
 * What each of the eight routes sends: who the child is, who refers, and what they have seen, strengths first. The plan
 * names the routes and whom the programme is for; the questions are ours.
 */
export const espReferral = arrivalForm({
  id: 'esp-referral',
  title: 'Referral to the Early Support Project',
  source: 'Youth Justice Plan 2022/23, paragraphs 83 and 84',
  file: 'practice/milton-keynes/espReferral.ts',
  called: 'referral',
  fields: {
    received: {
      ...received,
      hint: 'The day it reached us.',
      required: 'Enter the day on which the referral was received',
    },
    'referrer-name': {
      kind: 'text',
      label: 'Who refers the child?',
      hint: 'The person whom we can ask.',
      required: 'Enter the name of the person who refers the child',
      isName: true,
      maxLength: 150,
    },
    'referrer-post': {
      kind: 'text',
      label: 'What are they, and where?',
      hint: 'For example: head of year, and the school.',
      required: 'Say what they are, and where they work',
      maxLength: 150,
    },
    'referrer-email': {
      kind: 'email',
      label: 'Their work e-mail address',
      hint: 'We tell them by e-mail what becomes of the referral, as much as they may know.',
    },
    'referrer-phone': {
      kind: 'text',
      label: 'Their phone',
      maxLength: 30,
      inputmode: 'tel',
      width: 'medium',
    },
    'their-reference': {
      kind: 'text',
      label: 'Their own reference',
      hint: 'If they have one for the child. Not the child’s name.',
      maxLength: 40,
      width: 'medium',
      pattern: {
        test: /^[\p{L}\p{N}][\p{L}\p{N} /._-]*$/u,
        message: 'Their own reference: use letters, figures, spaces and / . _ - only',
      },
    },
    ...childQuestions,
    ...referralQuestions,
  },
  says: {
    ...childQuestionsSay,
    received: 'received',
    reference: 'their-reference',
    'referrer-name': 'referrer-name',
    'referrer-post': 'referrer-post',
    'referrer-email': 'referrer-email',
    'referrer-phone': 'referrer-phone',
  },
  example: {
    received: '2026-11-19',
    'referrer-name': 'Ama Boateng',
    'referrer-post': 'Social worker, family support team',
    'referrer-email': 'a.boateng@council.example',
    'their-reference': 'FS 208',
    'first-name': 'Jonah',
    'family-name': 'Petrov-Hill',
    'date-of-birth-basis': 'age',
    age: 13,
    school: 'Hill School',
    'parent-name': 'Vera Petrova',
    'strengths-seen': 'Kind to the younger ones. Never misses woodwork.',
    'worried-about': ['school', 'other'],
    'worried-about-reason-other': 'An older brother was hurt in the summer',
    'what-happened': 'Three fixed-term exclusions since September, each after a quarrel at break.',
    'child-knows': 'both',
  },
})
