// The dashboard, built by PostgreSQL in one statement. On 200,000 contacts and 1,000,000 interactions most of its time goes
// into counting: so it is kept until something changes (dashboards.ts).

import { sql } from 'kysely'
import { contactPhotoUrl } from '#modules/contacts'
import type { Db } from '#platform/db/kysely'
import type { Dashboard } from './contract.ts'

const person = sql.raw(`json_build_object('id', c.id, 'name', c.name, 'photo_url', ${contactPhotoUrl},
  'company', (select name from company where company.org_id = c.org_id and company.id = c.company_id))`)

/** What a list of the dashboard shows of the interaction `i`, with the first contact that took part. */
const entry = sql`json_build_object('id', i.id, 'kind', i.kind, 'direction', i.direction, 'subject', i.subject,
  'snippet', i.snippet, 'occurred_at', i.occurred_at, 'contact', (
    select ${person} from participant p join contact c on c.org_id = p.org_id and c.id = p.contact_id and c.deleted_at is null
    where p.org_id = i.org_id and p.interaction_id = i.id
    order by array_position('{from,organizer,to,attendee,about,cc,bcc,mentioned}', p.role), c.id limit 1))`

/** As many as a large screen has room for. */
const listed = 12

export async function computeDashboard(db: Db): Promise<Dashboard> {
  const { rows } = await sql<{ dashboard: Dashboard }>`
    with busiest as materialized (
      select contact_id, count(distinct interaction_id)::int as interactions from participant
      where org_id = (select current_org()) and contact_id is not null and not hidden
        and occurred_at between now() - interval '30 days' and now()
      group by contact_id
    ), lately as materialized (
      select id, kind, direction, occurred_at from interaction
      where org_id = (select current_org()) and deleted_at is null
        and occurred_at >= date_trunc('week', now()) - interval '11 weeks' and occurred_at < now()
    ), most_shared as materialized (
      select interaction_id, max(occurred_at) as occurred_at, count(distinct coalesce(address, contact_id::text)) as people from participant
      where org_id = (select current_org()) and contact_id is not null and not hidden
        and occurred_at between now() - interval '30 days' and now()
      group by interaction_id order by people desc, occurred_at desc limit ${listed}
    ), days as materialized (
      select day::date as occurs_on, (extract(month from day) * 100 + extract(day from day))::smallint as month_day,
        extract(year from day)::int as year
      from generate_series(current_date, current_date + 29, interval '1 day') as day
    )
    select json_build_object(
      'counts', json_build_object(
        'contacts', (select count(*) from contact where org_id = (select current_org()) and deleted_at is null),
        'companies', (select count(*) from company where org_id = (select current_org())),
        'interactions', (select count(*) from interaction where org_id = (select current_org()) and deleted_at is null),
        'contacts_added', (select count(*) from contact where org_id = (select current_org()) and deleted_at is null and created_at > now() - interval '30 days'),
        'contacts_met', (select count(*) from busiest)
      ),
      'activity', (
        select json_agg(json_build_object('week', week::date, 'mail_in', mail_in, 'mail_out', mail_out, 'meetings', meetings, 'others', others) order by week)
        from (
          select week, count(*) filter (where kind = 'mail' and direction = 'in') as mail_in,
            count(*) filter (where kind = 'mail' and direction is distinct from 'in') as mail_out,
            count(*) filter (where kind = 'meeting') as meetings, count(*) filter (where kind not in ('mail', 'meeting')) as others
          from generate_series(date_trunc('week', now()) - interval '11 weeks', date_trunc('week', now()), interval '1 week') as week
            left join lately on occurred_at >= week and occurred_at < week + interval '1 week'
          group by week
        ) weekly
      ),
      'added', coalesce((
        select json_agg((${person})::jsonb || jsonb_build_object('created_at', c.created_at) order by c.id desc)
        from (select * from contact where org_id = (select current_org()) and deleted_at is null order by id desc limit ${listed}) c
      ), '[]'),
      'recent', coalesce((
        select json_agg(${entry} order by i.occurred_at desc, i.id desc) from (
          select * from interaction where org_id = (select current_org()) and deleted_at is null and occurred_at <= now()
          order by occurred_at desc, id desc limit ${listed}
        ) i
      ), '[]'),
      'top', coalesce((
        select json_agg(${entry} order by people desc, i.occurred_at desc, i.id desc)
        from most_shared join interaction i on i.org_id = (select current_org()) and i.id = interaction_id
      ), '[]'),
      'most_active', coalesce((
        select json_agg((${person})::jsonb || jsonb_build_object('interactions', interactions, 'last_interaction_at', c.last_interaction_at)
          order by interactions desc, c.id)
        from (select * from busiest order by interactions desc, contact_id limit ${listed * 2}) b
          join contact c on c.org_id = (select current_org()) and c.id = b.contact_id and c.deleted_at is null
      ), '[]'),
      'upcoming_meetings', coalesce((
        select json_agg(${entry} order by i.occurred_at, i.id) from (
          select * from interaction
          where org_id = (select current_org()) and deleted_at is null and kind = 'meeting' and status is distinct from 'cancelled'
            and occurred_at > now() and occurred_at < now() + interval '30 days'
          order by occurred_at, id limit ${listed}
        ) i
      ), '[]'),
      'upcoming_dates', coalesce((
        select json_agg(json_build_object('contact', ${person}, 'kind', d.kind, 'label', d.label, 'occurs_on', d.occurs_on) order by d.occurs_on, c.name)
        from (
          select contact_date.*, occurs_on from days join contact_date on org_id = (select current_org())
            and contact_date.month_day = days.month_day
            and case when yearly then coalesce(contact_date.year, 0) <= days.year else contact_date.year = days.year end
          order by occurs_on, id limit 50
        ) d join contact c on c.org_id = (select current_org()) and c.id = d.contact_id and c.deleted_at is null
      ), '[]'),
      'computed_at', now()
    ) as dashboard
  `.execute(db)
  const { dashboard } = rows[0]!
  return { ...dashboard, most_active: dashboard.most_active.slice(0, listed), upcoming_dates: dashboard.upcoming_dates.slice(0, listed) }
}
