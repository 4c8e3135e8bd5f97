import { type RawBuilder, sql } from 'kysely'

/** What is asked about one child to fill its first page: who it is, open cases with their milestones, the next and last contact, who is involved. */
export function bareChild(childId: string): RawBuilder<unknown>[] {
  return [
    sql`select c.*, exists (select from child_restriction r where r.service_id = c.service_id and r.child_id = c.child_id) as restricted
      from child c where c.service_id = current_service() and c.child_id = ${childId}`,
    sql`select a.kind, a.text from child_alert a
      where a.service_id = current_service() and a.child_id = ${childId} and a.ended_at is null`,
    sql`select i.*, p.name as holder_name from involvement i
      left join person_account p on p.service_id = i.service_id and p.user_id = i.holder_id
      where i.service_id = current_service() and i.child_id = ${childId}`,
    sql`select m.involvement_id, m.step, m.happened_at, m.words->>'done' as done from milestone m
      where m.service_id = current_service() and m.child_id = ${childId} order by m.happened_at`,
    sql`select a.appointment_id, a.involvement_id, a.kind, a.starts_at, a.state, a.place, a.followed_up_at, p.name from appointment a
      join person_account p on p.service_id = a.service_id and p.user_id = a.with_user
      where a.service_id = current_service() and a.child_id = ${childId} order by a.starts_at`,
    sql`select * from child_person p where p.service_id = current_service() and p.child_id = ${childId} and p.ended_at is null`,
  ]
}

/** What fills My day: the person's appointments until tonight, and their open cases with the milestones and missed appointments that clocks are worked out from. */
export function bareDay(userId: string): RawBuilder<unknown>[] {
  return [
    sql`select p.*, c.given_name, c.family_name from appointment p
      join child c on c.service_id = p.service_id and c.child_id = p.child_id
      where p.service_id = current_service() and p.with_user = ${userId} and p.state = 'planned' and p.starts_at < now() + interval '1 day'
      order by p.starts_at`,
    sql`select i.*, c.given_name, c.family_name from involvement i
      join child c on c.service_id = i.service_id and c.child_id = i.child_id
      where i.service_id = current_service() and i.holder_id = ${userId} and i.ended_at is null`,
    sql`select m.involvement_id, m.step, m.happened_at from milestone m
      join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
      where i.service_id = current_service() and i.holder_id = ${userId} and i.ended_at is null`,
    sql`select e.* from clock_event e
      join involvement i on i.service_id = e.service_id and i.involvement_id = e.involvement_id
      where i.service_id = current_service() and i.holder_id = ${userId} and i.ended_at is null`,
    sql`select count(*) from notification where service_id = current_service() and child_id is null and closed_at is null`,
  ]
}

/** Fifty open cases on one pathway with whose they are, in the order in which they began. */
export function bareList(): RawBuilder<unknown>[] {
  return [
    sql`select i.involvement_id, i.child_id, i.pathway, i.stage, i.started_at, c.given_name, c.family_name, c.known_as, c.birth_date,
        c.birth_date_basis, c.reference, p.name as holder
      from involvement i
      join child c on c.service_id = i.service_id and c.child_id = i.child_id
      left join person_account p on p.service_id = i.service_id and p.user_id = i.holder_id
      where i.service_id = current_service() and i.ended_at is null and i.pathway = 'diversion'
      order by i.started_at, i.involvement_id limit 51`,
  ]
}

/** Children with a name like the one given, the likeliest first. */
export function bareSearch(name: string): RawBuilder<unknown>[] {
  return [
    sql`select c.child_id, c.reference, c.given_name, c.family_name, c.birth_date, similarity(f.folded_name, ${name}) as likeness
      from find_children_named(${name}) f
      join child c on c.service_id = current_service() and c.child_id = f.child_id
      order by likeness desc limit 51`,
  ]
}

/** Two records side by side: their details, names, people, alerts and cases, and how many rows each table holds of them. */
export function bareMerge(one: string, other: string): RawBuilder<unknown>[] {
  const both = sql`service_id = current_service() and child_id in (${one}, ${other})`
  return [
    sql`select * from child where ${both}`,
    sql`select * from child_name where ${both}`,
    sql`select * from child_person where ${both}`,
    sql`select * from child_alert where ${both} and ended_at is null`,
    sql`select * from involvement where ${both}`,
    sql`select * from count_child_rows(${one}) union all select * from count_child_rows(${other})`,
  ]
}
