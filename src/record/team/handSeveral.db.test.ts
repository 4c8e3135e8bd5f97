import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { heldCase, type TestCase } from './heldCase.testkit.ts'

let service: TestService
let senior: TestPerson
let leaver: TestPerson
let next: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  leaver = await service.person('officer', 'Lee Leaver')
  next = await service.person('officer', 'Nadia Next')
})
afterAll(() => service.close())

describe('several cases at once', () => {
  const handOver = () => `/team/${leaver.userId}/hand-over`
  /** Says which cases go to whom. @returns the address of the note that goes with them */
  const choose = async (cases: readonly { involvementId: string }[], to = next) => {
    const ids = cases.map(({ involvementId }) => involvementId)
    const chosen = await senior.fill(handOver(), { which: 'some', cases: ids, to: to.userId })
    expect(chosen.status, chosen.text).toBe(303)
    return chosen.location ?? ''
  }
  const forAll = {
    'why-changed': 'Lee leaves',
    'change-parent-told': 'yes',
  }
  /** What is asked beside each child, answered for one of them. */
  const ofOne = ({ involvementId }: { involvementId: string }, more: Record<string, string> = {}) => {
    const told = {
      promised: 'Nothing',
      'change-child-told': 'not-yet',
      'change-child-told-reason-not-yet': 'Nadia, on Monday',
      ...more,
    }
    const keyed = Object.entries(told).map(([name, words]) => {
      const [, question = name, option = ''] = /^(.*?)(-reason-.*)$/.exec(name) ?? []
      return [`${question}--${involvementId}${option}`, words]
    })
    return Object.fromEntries(keyed)
  }
  const ofEach = (cases: readonly { involvementId: string }[], words = 'Loves chess') =>
    Object.assign({}, ...cases.map(it => ofOne(it, { 'matters-now': words })))
  /** Sends the note from the page at which it was opened, as a browser does: without the query of its address. */
  const send = async (
    note: string,
    fields: Record<string, string | string[]>,
    meanwhile: () => unknown = () => {},
    by = senior,
  ) => {
    const opened = await by.get(note)
    await meanwhile()
    const of = (name: string) =>
      [...opened.html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
        ([, value]) => value ?? '',
      )
    return by.post(new URL(note, 'http://localhost').pathname, {
      _csrf: hiddenValue(opened.html, '_csrf') ?? '',
      _of: of('_of'),
      to: of('to')[0] ?? '',
      case: of('case'),
      planned: of('planned'),
      ...fields,
    })
  }
  /** Keeps what is typed on the page of a note, as its script does. */
  const keepTyped = async (note: string, fields: Record<string, string>) => {
    const { html } = await senior.get(note)
    const form = html.slice(html.indexOf('data-autosave'))
    const held: Record<string, string[]> = {}
    for (const [, name = '', value = ''] of form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g))
      held[name] = [...(held[name] ?? []), value]
    const kept = await senior.post(/data-autosave="([^"]*)"/.exec(html)?.[1] ?? '', {
      ...held,
      _csrf: hiddenValue(html, '_csrf') ?? '',
      ...fields,
    })
    expect(kept.status).toBe(200)
  }
  const afreshIn = (html: string) =>
    (/href="([^"]*afresh[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
  const ticked = (html: string) =>
    (html.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? []).filter(box => / checked/.test(box))
  const holderOf = async ({ involvementId }: { involvementId: string }) => {
    const [row] = await service.asOwner('select holder_id from involvement where involvement_id = $1', [
      involvementId,
    ])
    return row?.holder_id
  }
  const plannedFor = async ({ childId, involvementId }: TestCase, at = '2026-11-25T10:00Z') => {
    const [row] = await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
       values ($1, $2, $3, $4, 'office', $5, 30, 'Blue room') returning appointment_id`,
      [service.serviceId, childId, involvementId, leaver.userId, at],
    )
    return String(row?.appointment_id)
  }
  const withWhom = async (appointmentId: string) => {
    const [row] = await service.asOwner('select with_user from appointment where appointment_id = $1', [
      appointmentId,
    ])
    return row?.with_user
  }

  it('go to the next worker: of each child what matters, and once what is the same for all; the others stay', async () => {
    const one = await heldCase(service, 'First', leaver)
    const two = await heldCase(service, 'Second', leaver)
    const stays = await heldCase(service, 'Third', leaver)
    const early = await heldCase(service, 'Early', leaver, 'notified')
    const page = await senior.get(handOver())
    expect(page.text).toContain('No step hands these over where they stand now: Team Early')
    const note = await choose([one, two])
    const opened = await senior.get(note)
    expect(opened.text).toContain('Hand over 2 cases to Nadia Next')
    expect(opened.text).not.toContain('Team Third')
    expect(opened.html.match(/name="why-changed"/g)).toHaveLength(1)
    const fields = {
      ...forAll,
      ...ofEach([one, two]),
      ...ofOne(one, { promised: 'A boat trip' }),
      [`matters-now--${one.involvementId}`]: 'Loves chess',
      [`matters-now--${two.involvementId}`]: 'Afraid of dogs',
    }
    for (const name of ['First', 'Second'])
      for (const asked of ['what was promised to the child?', 'has the child been told?'])
        expect(opened.text).toContain(`Team ${name}: ${asked}`)
    const incomplete = await send(note, { ...fields, [`matters-now--${two.involvementId}`]: '' })
    expect(incomplete.status).toBe(422)
    expect(incomplete.text).toContain('Team Second: say what matters now')
    expect(await holderOf(one)).toBe(leaver.userId)
    const handed = await send(note, fields)
    expect(handed.location).toBe(`/team/${leaver.userId}`)
    for (const it of [one, two]) expect(await holderOf(it)).toBe(next.userId)
    for (const it of [stays, early]) expect(await holderOf(it)).toBe(leaver.userId)
    expect((await next.get('/')).text).toContain('New (2)')
    const record = `/children/${two.childId}/cases/${two.involvementId}`
    const link = new RegExp(`${record}/hand-overs/[0-9a-f-]+`).exec((await next.get('/')).html)?.[0] ?? ''
    const read = await next.get(link)
    expect(read.text).toContain('Afraid of dogs')
    expect(read.text).toContain('Nadia, on Monday')
    expect(read.text).not.toMatch(/Loves chess|A boat trip/)
  })

  it('are all of them in one answer, for somebody who leaves', async () => {
    const gone = await service.person('officer', 'Gil Gone')
    const all = [await heldCase(service, 'One', gone), await heldCase(service, 'Two', gone)]
    const sent = await senior.fill(`/team/${gone.userId}/hand-over`, { which: 'all', to: next.userId })
    await send(sent.location ?? '', { ...forAll, ...ofEach(all) })
    for (const it of all) expect(await holderOf(it)).toBe(next.userId)
  })

  it('can be chosen otherwise from the note, and the note cannot be opened without a choice', async () => {
    const it_ = await heldCase(service, 'Back', leaver)
    const note = await choose([it_])
    const back = /href="([^"]*hand-over\?[^"]*)"/.exec((await senior.get(note)).html)?.[1] ?? ''
    const boxes = (await senior.get(back.replaceAll('&amp;', '&'))).html.match(/<input[^>]*>/g) ?? []
    const ticked = boxes.filter(box => / checked/.test(box))
    expect(ticked.some(box => box.includes(it_.involvementId))).toBe(true)
    expect((await senior.get(`${handOver()}/note`)).location).toBe(handOver())
    expect((await senior.get(`${handOver()}/note?to=${next.userId}&case=nothing`)).location).toBe(handOver())
  })

  it('take their planned appointments with them, but for a child whose tick is taken away', async () => {
    const [one, other] = [
      await heldCase(service, 'Planned', leaver),
      await heldCase(service, 'Keeps', leaver),
    ]
    const goes = [await plannedFor(one), await plannedFor(one, '2026-11-26T10:00Z')]
    const stays = await plannedFor(other)
    const note = await choose([one, other])
    const opened = await senior.get(note)
    expect(opened.text).toContain('Team Planned: Wednesday 25 November 2026, 10am, at the office, and 1 more')
    const boxes = (opened.html.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? []).join('')
    expect(boxes.match(/ checked/g)).toHaveLength(2)
    await send(note, { ...forAll, ...ofEach([one, other]), appointments: [one.involvementId] })
    for (const id of goes) expect(await withWhom(id)).toBe(next.userId)
    expect(await withWhom(stays)).toBe(leaver.userId)
  })

  it('go without an appointment that has begun since the page was opened, and it is said', async () => {
    const it_ = await heldCase(service, 'Begun', leaver)
    const { now } = service.clock
    const begun = await plannedFor(it_, now.add({ minutes: 2 }).toString())
    const note = await choose([it_])
    const handed = await send(
      note,
      { ...forAll, ...ofEach([it_]), appointments: [it_.involvementId] },
      () => {
        service.clock.now = now.add({ minutes: 3 })
      },
    )
    expect(handed.location).toBe(`/team/${leaver.userId}`)
    expect((await senior.get(handed.location ?? '')).text).toContain(
      '1 case has been handed over. 1 appointment that you ticked has begun or was changed meanwhile',
    )
    service.clock.now = now
    expect(await holderOf(it_)).toBe(next.userId)
    expect(await withWhom(begun)).toBe(leaver.userId)
  })

  it('go together or not at all: where one cannot be taken, none goes', async () => {
    const open = await heldCase(service, 'Open', leaver)
    const kin = await heldCase(service, 'Kin', leaver)
    const note = await choose([open, kin])
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, kin.childId, next.userId],
    )
    const why = 'Team Kin: whoever you chose cannot take this case'
    const refused = await send(note, { ...forAll, ...ofEach([open, kin]) })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(why)
    expect(refused.text, 'there is no list here').not.toContain('Take it out of the list')
    const back = (/href="([^"]*)"[^>]*>Team Kin: whoever/.exec(refused.html)?.[1] ?? '').replaceAll(
      '&amp;',
      '&',
    )
    const again = ticked((await senior.get(back)).html).join()
    for (const { involvementId } of [open, kin]) expect(again).toContain(involvementId)
    expect(await holderOf(open)).toBe(leaver.userId)
    const chosen = await senior.fill(handOver(), {
      which: 'some',
      cases: [open.involvementId, kin.involvementId],
      to: next.userId,
    })
    expect(chosen.status).toBe(422)
    expect(chosen.text).toContain(`${why}. Take it out of the list`)
  })

  it('keep a half typed note for those alone whom it is about, whoever takes them', async () => {
    const [one, other] = [await heldCase(service, 'Half', leaver), await heldCase(service, 'Whole', leaver)]
    await plannedFor(one)
    await plannedFor(other)
    const [about, another] = [await choose([one]), await choose([other])]
    await keepTyped(about, { 'why-changed': 'Half typed about one' })
    const elsewhere = await senior.get(another)
    expect(elsewhere.html).not.toContain('Half typed about one')
    expect(elsewhere.text).not.toContain('did not save')
    expect(ticked(elsewhere.html)).toHaveLength(1)
    expect((await senior.get(await choose([one], senior))).html).not.toContain('Half typed about one')
    await keepTyped(another, { 'why-changed': 'Half typed about another' })
    const both = await choose([one, other])
    await keepTyped(both, { 'why-changed': 'Half typed about both' })
    for (const [note, words] of [
      [about, 'about one'],
      [another, 'about another'],
      [
        `${both.split('?')[0]}?${[...new URLSearchParams(both.split('?')[1])]
          .reverse()
          .map(part => part.join('='))
          .join('&')}`,
        'about both',
      ],
    ] as const)
      expect((await senior.get(note)).html, note).toContain(`Half typed ${words}`)
    await send(about, { ...forAll, ...ofEach([one]) })
    expect((await senior.get(another)).html).toContain('Half typed about another')
  })

  it('let a half typed note be thrown away, also when its cases have gone elsewhere', async () => {
    const it_ = await heldCase(service, 'Thrown', leaver)
    const note = await choose([it_])
    await keepTyped(note, { 'why-changed': 'To be thrown away' })
    const { html } = await senior.get(note)
    expect(html.slice(html.indexOf('data-autosave')).split('</form>')[0]).not.toContain(it_.childId)
    const afresh = new URL(afreshIn(html), new URL(note, 'http://localhost'))
    const led = await senior.get(afresh.pathname + afresh.search)
    expect(led.location).not.toContain('afresh')
    const opened = await senior.get(led.location ?? '')
    expect(opened.status).toBe(200)
    expect(opened.html).not.toContain('To be thrown away')
    expect((await senior.get(note)).text).not.toContain('did not save')
    await keepTyped(note, { 'why-changed': 'To be thrown away' })
    const held = () => service.asOwner(`select from draft where answers::text like '%To be thrown away%'`)
    expect(await held()).toHaveLength(1)
    await service.asOwner('update involvement set holder_id = $2 where involvement_id = $1', [
      it_.involvementId,
      next.userId,
    ])
    expect((await senior.get(afresh.pathname + afresh.search)).status).toBe(303)
    expect(await held()).toEqual([])
  })

  /** A colleague hands a case to somebody else while a note is written. */
  const movesElsewhere = ({ involvementId }: TestCase) =>
    service.asOwner('update involvement set holder_id = $2 where involvement_id = $1', [
      involvementId,
      senior.userId,
    ])
  const typedAbout = (stays: TestCase, goes: TestCase) => ({
    ...forAll,
    ...ofOne(stays, { 'matters-now': 'Loves chess' }),
    ...ofOne(goes, { 'matters-now': 'Afraid of dogs' }),
  })

  it('stay all of them where one has gone elsewhere while the note was written, and nothing typed is lost', async () => {
    const [stays, goes] = [await heldCase(service, 'Stays', leaver), await heldCase(service, 'Goes', leaver)]
    const refused = await send(await choose([stays, goes]), typedAbout(stays, goes), () =>
      movesElsewhere(goes),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Team Goes: the case has moved on meanwhile')
    for (const words of ['Lee leaves', 'Loves chess', 'Afraid of dogs']) expect(refused.html).toContain(words)
    expect(await holderOf(stays)).toBe(leaver.userId)
    expect(await holderOf(goes)).toBe(senior.userId)
    // The mistake leads back to the choice without that case, and what was typed is in the note that follows.
    const back = (/href="([^"]*)"[^>]*>Team Goes: the case/.exec(refused.html)?.[1] ?? '').replaceAll(
      '&amp;',
      '&',
    )
    const choice = await senior.get(back)
    expect(choice.status).toBe(200)
    expect(choice.text).not.toContain('Team Goes')
    expect(ticked(choice.html).join()).toContain(stays.involvementId)
    const rest = await senior.get(await choose([stays]))
    expect(rest.html).toContain('Lee leaves')
    expect(rest.html).toContain('Loves chess')
    expect(rest.html).not.toContain('Afraid of dogs')
  })

  it('are not handed over where the case has ended, or was the last of that worker', async () => {
    const gone = await service.person('officer', 'Ola Only')
    const [ends, goes] = [await heldCase(service, 'Ends', gone), await heldCase(service, 'Last', gone)]
    const sent = await senior.fill(`/team/${gone.userId}/hand-over`, { which: 'all', to: next.userId })
    const refused = await send(sent.location ?? '', typedAbout(ends, goes), async () => {
      await movesElsewhere(goes)
      await service.asOwner(
        `update involvement set ended_at = $2, ending = 'completed' where involvement_id = $1`,
        [ends.involvementId, service.clock.now.toString()],
      )
    })
    expect(refused.status).toBe(422)
    for (const name of ['Ends', 'Last'])
      expect(refused.text).toContain(`Team ${name}: the case has moved on meanwhile`)
    for (const words of ['Lee leaves', 'Loves chess', 'Afraid of dogs']) expect(refused.html).toContain(words)
  })

  it('are chosen anew where one has gone elsewhere before the note was opened', async () => {
    const [stays, goes] = [await heldCase(service, 'Before', leaver), await heldCase(service, 'Left', leaver)]
    const note = await choose([stays, goes])
    await movesElsewhere(goes)
    const opened = await senior.get(note)
    expect(opened.status).toBe(303)
    const choice = await senior.get(opened.location ?? '')
    expect(choice.text).toContain('A case that you chose has moved on meanwhile')
    expect(ticked(choice.html).join()).toContain(stays.involvementId)
  })

  it('name no child who is hidden meanwhile', async () => {
    const [stays, hides] = [
      await heldCase(service, 'Shown', leaver),
      await heldCase(service, 'Hides', leaver),
    ]
    const refused = await send(await choose([stays, hides]), typedAbout(stays, hides), () =>
      service.asOwner(
        `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
        [service.serviceId, hides.childId, senior.userId],
      ),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('A case that you chose is not open to you any more')
    expect(refused.html).not.toContain('Hides')
    expect(refused.html).toContain('Loves chess')
    expect(await holderOf(stays)).toBe(leaver.userId)
  })

  it('change hands once, where two seniors hand them over at the same moment', async () => {
    const [one, two] = [await heldCase(service, 'Wanted', leaver), await heldCase(service, 'Twin', leaver)]
    const second = await service.person('senior', 'Tess Senior')
    const third = await service.person('officer', 'Theo Third')
    const notes = [await choose([one, two]), await choose([two, one], third)]
    let opened = 0
    const both = Promise.withResolvers<void>()
    const whenBothAreOpen = () => {
      opened += 1
      if (opened === 2) both.resolve()
      return both.promise
    }
    const answers = await Promise.all(
      [senior, second].map((by, index) =>
        send(notes[index] ?? '', { ...forAll, ...ofEach([one, two]) }, whenBothAreOpen, by),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    const late = answers.find(({ status }) => status === 422)
    expect(late?.text).toContain('Team Wanted: the case has moved on meanwhile')
    expect(late?.html).toContain('Lee leaves')
    const [first] = await service.asOwner(
      'select count(*)::int as number from hand_over where involvement_id = any ($1::uuid[])',
      [[one.involvementId, two.involvementId]],
    )
    expect(first?.number).toBe(2)
    expect(await holderOf(one)).toBe(await holderOf(two))
  })
})
