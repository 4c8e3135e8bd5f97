import { type Kysely, sql } from 'kysely'
import type { DB, Work } from '../../platform/database/index.ts'
import {
  hashPassword,
  hashToken,
  newToken,
  restMinutes,
  triesBeforeRest,
} from '../../platform/identity/index.ts'
import { mostTries, mostTriesEver, newPin, openMinutes, type Shared, type Whose } from './ownPage.ts'

/** A page as the worker who looks after it sees it. */
export type MadePage = {
  ownPageId: string
  childId: string
  whose: Whose
  /** Which parent or carer it is for, as the workers say it; '' for the child. */
  readerWords: string
  /** The pages of one and the same reader. */
  lineId: string
  shares: Shared[]
  language: string
  madeBy: string
  madeAt: Temporal.Instant
  expiresAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  endedWhy: '' | 'by-worker' | 'too-many-tries'
  lastUsedAt: Temporal.Instant | null
  /** Wrong PINs since it was made. */
  wrongPins: number
  version: number
}

/** The pages made for a child and the parents, the latest first. */
export async function listOwnPages(tx: Work, childId: string): Promise<MadePage[]> {
  const { rows } = await sql<MadePage>`
    select p.own_page_id as "ownPageId", p.child_id as "childId", p.whose, p.reader_words as "readerWords",
      p.line_id as "lineId", p.shares, p.language, a.name as "madeBy",
      p.made_at as "madeAt", p.expires_at as "expiresAt", p.ended_at as "endedAt", p.ended_why as "endedWhy",
      p.last_used_at as "lastUsedAt", p.all_wrong_tries as "wrongPins", p.version
    from own_page p join person_account a on a.service_id = p.service_id and a.user_id = p.made_by
    where p.service_id = current_service() and p.child_id = ${childId}
    order by p.made_at desc, p.own_page_id desc`.execute(tx)
  return rows
}

export type NewOwnPage = {
  serviceId: string
  childId: string
  whose: Whose
  /** Which parent or carer it is for. */
  readerWords?: string
  /** The line of the pages that the same parent had before; without it, a reader who has had none. */
  lineId?: string
  shares: readonly Shared[]
  language: string
  by: string
  at: Temporal.Instant
  expiresAt: Temporal.Instant
  /** The form that makes it, as it was sent; undefined where it may make as many as it likes. */
  madeByForm: Buffer | undefined
}

/** What opens a page: shown once, since only hashes of both are kept. */
export type Keys = { token: string; pin: string }

/**
 * Makes a page. The same form sent again makes no second one: the page gets a new link and a new PIN, since nobody may have
 * seen the first.
 */
export async function makeOwnPage(tx: Work, it: NewOwnPage): Promise<Keys> {
  const { token, hash } = newToken()
  const pin = newPin()
  const pinHash = await hashPassword(pin)
  const { numAffectedRows } = await sql`
    update own_page set token_hash = ${hash}, pin_hash = ${pinHash}, version = version + 1
    where service_id = current_service() and made_by = ${it.by} and made_by_form = ${it.madeByForm ?? null}
      and ended_at is null and last_used_at is null`.execute(tx)
  if (numAffectedRows !== 1n)
    await sql`
      insert into own_page (service_id, child_id, whose, shares, language, token_hash, pin_hash, made_by, made_at, expires_at,
        made_by_form, reader_words, line_id)
      values (${it.serviceId}, ${it.childId}, ${it.whose}, ${it.shares}::text[], ${it.language}, ${hash}, ${pinHash}, ${it.by},
        ${it.at}, ${it.expiresAt}, ${it.madeByForm ?? null}, ${it.readerWords ?? ''}, coalesce(${it.lineId ?? null}::uuid, uuidv7()))`.execute(
      tx,
    )
  return { token, pin }
}

/** Ends a page: its link leads nowhere from now on. @returns false where somebody else was quicker */
export async function endOwnPage(
  tx: Work,
  { ownPageId, version }: Pick<MadePage, 'ownPageId' | 'version'>,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update own_page set ended_at = ${at}, ended_why = 'by-worker', version = version + 1
    where service_id = current_service() and own_page_id = ${ownPageId} and version = ${version} and ended_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** A page by its link, before anybody is known: whose it is, and what its PIN must be. */
export type FoundPage = {
  serviceId: string
  ownPageId: string
  childId: string
  whose: Whose
  shares: Shared[]
  language: string
  pinHash: string
  restsUntil: Temporal.Instant | null
  expiresAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/** The page with a token; undefined when there is none. */
export async function findOwnPage(db: Kysely<DB>, token: string): Promise<FoundPage | undefined> {
  const { rows } = await sql<FoundPage>`
    select service_id as "serviceId", own_page_id as "ownPageId", child_id as "childId", whose, shares, language,
      pin_hash as "pinHash", rests_until as "restsUntil", expires_at as "expiresAt", ended_at as "endedAt"
    from find_own_page(${hashToken(token)})`.execute(db)
  return rows[0]
}

/**
 * The pages of whoever has this one: of a child all that were made for the child, of a parent those that a worker made for the same
 * parent. What was said on them, and on no other, stands on this one.
 */
export async function listPagesOfReader(
  tx: Work,
  { ownPageId }: Pick<FoundPage, 'ownPageId'>,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.own_page_id as id from own_page mine
    join own_page p on p.service_id = mine.service_id and p.child_id = mine.child_id and p.whose = mine.whose
      and (p.whose = 'child' or p.line_id = mine.line_id)
    where mine.service_id = current_service() and mine.own_page_id = ${ownPageId}`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Says in a transaction by which page it works: a restricted record is open to the child whose it is. */
export async function byOwnPage(tx: Work, token: string): Promise<void> {
  await sql`select set_config('throughline.own_page', ${hashToken(token).toString('hex')}, true)`.execute(tx)
}

type OfPage = Pick<FoundPage, 'ownPageId'>

/**
 * Counts a try before its PIN is looked at, so that many at once are counted too; every few the page rests.
 * @returns false where it rests or is over: the PIN is then not looked at
 */
export async function countTry(tx: Work, { ownPageId }: OfPage, now: Temporal.Instant): Promise<boolean> {
  const until = now.add({ minutes: restMinutes })
  const { numAffectedRows } = await sql`
    update own_page set wrong_tries = wrong_tries + 1, all_wrong_tries = all_wrong_tries + 1,
      rests_until = case when (wrong_tries + 1) % ${triesBeforeRest}::int = 0 then ${until}::timestamptz end
    where service_id = current_service() and own_page_id = ${ownPageId} and ended_at is null and expires_at > ${now}
      and wrong_tries < ${mostTries} and all_wrong_tries < ${mostTriesEver} and (rests_until is null or rests_until <= ${now})`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Writes down when a wrong PIN was typed, and ends the page after too many. */
export async function endAfterTries(tx: Work, { ownPageId }: OfPage, now: Temporal.Instant): Promise<void> {
  await sql`update own_page set last_wrong_at = ${now}
    where service_id = current_service() and own_page_id = ${ownPageId} and ended_at is null`.execute(tx)
  await sql`
    update own_page set ended_at = ${now}, ended_why = 'too-many-tries', version = version + 1
    where service_id = current_service() and own_page_id = ${ownPageId} and ended_at is null
      and (wrong_tries >= ${mostTries} or all_wrong_tries >= ${mostTriesEver})`.execute(tx)
}

/** Opens a page in a browser after the right PIN. @returns what the browser keeps; only its hash is kept here */
export async function openPage(tx: Work, it: FoundPage, now: Temporal.Instant): Promise<string> {
  const { token, hash } = newToken()
  await sql`
    update own_page set wrong_tries = 0, all_wrong_tries = greatest(all_wrong_tries - 1, 0), rests_until = null
    where service_id = current_service() and own_page_id = ${it.ownPageId}`.execute(tx)
  await tx
    .insertInto('own_page_opening')
    .values({
      service_id: it.serviceId,
      own_page_id: it.ownPageId,
      child_id: it.childId,
      token_hash: hash,
      opened_at: now,
      ends_at: now.add({ minutes: openMinutes }),
    })
    .execute()
  return token
}

/** Whether a page is open in the browser that keeps this, and marks it as used. */
export async function isOpenIn(
  tx: Work,
  { ownPageId }: OfPage,
  kept: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    select from own_page_opening where service_id = current_service() and own_page_id = ${ownPageId}
      and token_hash = ${hashToken(kept)} and ends_at > ${now}`.execute(tx)
  return rows.length > 0
}

/** Closes a page in the browser that keeps this. */
export async function closePage(
  tx: Work,
  { ownPageId }: OfPage,
  kept: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    update own_page_opening set ends_at = ${now}
    where service_id = current_service() and own_page_id = ${ownPageId} and token_hash = ${hashToken(kept)}
      and ends_at > ${now}`.execute(tx)
}

/** Writes down that a page was used, and that the record behind it was seen by whoever has it. */
export async function markUsed(tx: Work, it: FoundPage, now: Temporal.Instant, how: string): Promise<void> {
  await sql`update own_page set last_used_at = ${now}
    where service_id = current_service() and own_page_id = ${it.ownPageId}`.execute(tx)
  await sql`select record_view(${it.childId}, ${how})`.execute(tx)
}
