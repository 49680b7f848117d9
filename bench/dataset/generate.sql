-- One organization of the standard data set: set-based, and the same for the same seed. Every choice is a hash of the
-- row's number and the name of the choice, so none depends on the order in which PostgreSQL makes the rows.

create or replace function pg_temp.chance(seed bigint, n bigint, choice text) returns float8
language sql immutable parallel safe as $$
  select (hashint8extended(n, seed * 31 + hashtextextended(choice, 7)) & 9007199254740991) / 9007199254740992.0
$$;

-- A version 7 uuid at the given moment: in the order of creation, as the program's own are.
create or replace function pg_temp.id_at(at timestamptz, seed bigint, n bigint, choice text) returns uuid
language sql immutable parallel safe as $$
  select (
    lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' ||
    substr(md5(seed || choice || n), 1, 3) || 'a' || substr(md5(seed || choice || n), 4, 15)
  )::uuid
$$;

create or replace function pg_temp.born(n bigint, total bigint) returns timestamptz language sql immutable as $$
  select timestamptz '2023-01-01' + interval '3 years' * (n::float8 / total)
$$;

create or replace function pg_temp.kind_of(n int) returns text language sql immutable parallel safe as $$
  select case when n % 100 < 90 then 'mail' when n % 100 < 96 then 'meeting' when n % 100 < 99 then 'call' else 'note' end
$$;

create or replace procedure pg_temp.make_organization(
  org uuid, seed bigint, contacts int, interactions int, members uuid[]
) language plpgsql as $$
declare
  companies int := greatest(contacts / 10, 1);
  given text[] := string_to_array('Ada,Aisha,Akira,Amara,Ana,Anders,Anna,Arjun,Beatriz,Ben,Björn,Carla,Chen,Chloé,'
    'Daniel,Diego,Dmitri,Elena,Elif,Emma,Erik,Fatima,Felix,Finn,Grace,Hana,Hannah,Hassan,Ida,Ines,Ivan,Jan,Jamal,'
    'Joana,Jonas,Julia,Kai,Karin,Kenji,Lars,Laura,Lea,Leila,Liam,Lucía,Luis,Magda,Marco,Maria,Marta,Mei,Mila,Mohamed,'
    'Nadia,Nils,Noah,Nora,Olga,Oliver,Omar,Otto,Paula,Pedro,Petra,Priya,Rafael,Rania,Robin,Rosa,Ruth,Samir,Sara,'
    'Sofia,Stefan,Sven,Tariq,Theo,Tim,Tomás,Uma,Vera,Victor,Wanda,Wei,Yara,Yuki,Zoe', ',');
  first_half text[] := string_to_array('Ander,Berg,Blom,Brand,Car,Dahl,Eich,Fal,Fisch,Gold,Gruen,Hart,Hoff,Holm,'
    'Jung,Kauf,Klein,Kow,Lind,Lund,Mar,Mont,Nor,Ost,Pet,Ram,Ros,Sand,Schnei,Stern,Storm,Tor,Val,Wein,West,Wolf', ',');
  second_half text[] := string_to_array('alski,auer,berger,berg,bach,dal,der,dez,dorf,ek,er,feld,gaard,gren,hagen,'
    'heim,ic,ini,kamp,lin,mann,mark,meyer,na,nen,ov,quist,ra,sen,son,stein,strand,thal,ton,vik,weiler,wood,y', ',');
  trades text[] := string_to_array('Analytics,Capital,Consulting,Foods,Health,Industries,Labs,Logistics,Media,Mobility,'
    'Partners,Robotics,Software,Studios,Systems,Travel,Ventures,Works', ',');
  jobs text[] := string_to_array('Account manager,Analyst,Buyer,CEO,CTO,Designer,Developer,Editor,Engineer,Founder,'
    'Head of marketing,Head of sales,Investor,Lawyer,Office manager,Partner,Producer,Professor,Recruiter,Teacher', ',');
begin
  -- Each tag is half as frequent as the one before, down to one contact in some 8,000: popular and rare ones.
  insert into tag (org_id, id, name)
    select org, pg_temp.id_at('2023-01-01', seed, n, 'tag'), (string_to_array('customer,lead,newsletter,partner,press,'
      'investor,supplier,speaker,alumni,family,vip,board,beta', ','))[n]
    from generate_series(1, 13) as n;

  insert into company (org_id, id, name)
    select org, pg_temp.id_at(pg_temp.born(n, companies), seed, n, 'company'),
      first_half[1 + n % 36] || second_half[1 + n / 36 % 38] || ' ' || trades[1 + n / 1368 % 18] ||
      case when n >= 24624 then ' ' || n / 24624 else '' end
    from generate_series(0, companies - 1) as n;

  -- Threads of four; how many a contact has falls with its number, and the first one has a hundredth of all, up to 10,000
  -- interactions.
  create temporary table talk on commit drop as
    select n, n / 4 as thread,
      case when n < least(interactions / 100, 10000) then 1
        else 1 + floor(contacts * power(pg_temp.chance(seed, n / 4, 'contact'), 2))::int end as contact,
      timestamptz '2023-01-01' + interval '3 years' * pg_temp.chance(seed, n / 4, 'talk') + interval '19 hours' * (n % 4)
        as at,
      1 + floor(contacts * pg_temp.chance(seed, n, 'copied'))::int as copied,
      pg_temp.chance(seed, n, 'copy') < 0.3 as is_copied
    from generate_series(0, interactions - 1) as n;

  create temporary table latest on commit drop as
    select contact, max(at) as at from (
      select contact, at from talk union all select copied, at from talk where is_copied
    ) heard group by contact;
  analyze latest;

  create temporary table person on commit drop as
    select n, pg_temp.id_at(pg_temp.born(n, contacts), seed, n, 'contact') as id, pg_temp.born(n, contacts) as created_at,
      given[1 + floor(cardinality(given) * pg_temp.chance(seed, n, 'given'))::int] as given_name,
      first_half[1 + floor(36 * pg_temp.chance(seed, n, 'family'))::int]
        || second_half[1 + floor(38 * pg_temp.chance(seed, n, 'family, second half'))::int] as family_name
    from generate_series(1, contacts) as n;
  alter table person add primary key (n);
  analyze person;

  insert into contact (org_id, id, name, given_name, family_name, company_id, title, owner_id, phones, fields,
      last_interaction_at, created_at, updated_at)
    select org, id, given_name || ' ' || family_name, given_name, family_name,
      case when pg_temp.chance(seed, n, 'has a company') < 0.7 then
        (select pg_temp.id_at(pg_temp.born(number, companies), seed, number, 'company')
          from cast(floor(companies * power(pg_temp.chance(seed, n, 'company'), 3)) as int) as number) end,
      case when pg_temp.chance(seed, n, 'has a job') < 0.6 then jobs[1 + floor(20 * pg_temp.chance(seed, n, 'job'))::int] end,
      case when pg_temp.chance(seed, n, 'has an owner') < 0.6
        then members[1 + floor(cardinality(members) * power(pg_temp.chance(seed, n, 'owner'), 2))::int] end,
      case when pg_temp.chance(seed, n, 'has a phone') < 0.6
        then jsonb_build_array(jsonb_build_object('number', '+49 30 ' || 1000000 + n, 'label', 'work')) else '[]' end,
      case when pg_temp.chance(seed, n, 'has fields') < 0.5
        then jsonb_build_object('city', second_half[1 + n % 38], 'source', 'fair', 'score', n % 100) else '{}' end,
      latest.at, created_at, greatest(created_at, latest.at)
    from person left join latest on latest.contact = person.n order by n;

  -- Triggers do not run here: what they would write is written at once.
  insert into field (org_id, id, key, label, type, position)
    select org, pg_temp.id_at('2023-01-01', seed, n, 'field'), (string_to_array('city,source,score', ','))[n],
      (string_to_array('City,Source,Score', ','))[n], (string_to_array('text,text,number', ','))[n], n
    from generate_series(1, 3) as n;
  insert into contact_value (org_id, field_id, contact_id, value, number)
    select org, field.id, contact.id, case when type = 'text' then field_value_text(value) end,
      case when type = 'number' then value::float8 end
    from contact, jsonb_each(fields) as entry join field on field.org_id = org and field.key = entry.key
    where contact.org_id = org;
  insert into contact_phone (org_id, contact_id, digits)
    select distinct org_id, id, phone_digits(phone->>'number') from contact, jsonb_array_elements(phones) as phone where org_id = org;
  insert into contact_search (org_id, contact_id, text)
    select org_id, id, contact_search_text(name, given_name, family_name, phones) from contact where org_id = org;

  update company c set contact_count = figures.contacts, last_interaction_at = figures.latest
    from (
      select company_id, count(*)::int, max(last_interaction_at) from contact where org_id = org and company_id is not null group by company_id
    ) as figures (company_id, contacts, latest)
    where c.org_id = org and c.id = figures.company_id;

  insert into contact_email (org_id, address, contact_id, label, position)
    select org, case position when 0 then 'person' else 'private' end || n || '.' || seed || '@' ||
      case when n % 3 = 0 then 'example.com' else 'company' || n % 5000 || '.example.org' end, id,
      case position when 0 then 'work' else 'home' end, position
    from person, generate_series(0, 1) as position
    where position = 0 or pg_temp.chance(seed, n, 'has a second address') < 0.15;

  insert into contact_tag (org_id, contact_id, tag_id)
    select org, person.id, tag.id from person, tag
    where tag.org_id = org
      and pg_temp.chance(seed, n, tag.name) < power(0.5, array_position(string_to_array('customer,lead,newsletter,partner,'
        'press,investor,supplier,speaker,alumni,family,vip,board,beta', ','), tag.name));

  -- Of a hundred, 90 are mails, 6 meetings, 3 calls and one a note.
  insert into interaction (org_id, id, kind, direction, subject, snippet, occurred_at, ends_at, source, source_id,
      thread_id, has_attachments, thread_subject, created_at, updated_at)
    select org, pg_temp.id_at(at, seed, n, 'interaction'), pg_temp.kind_of(n), case n % 2 when 0 then 'in' else 'out' end,
      case n % 4 when 0 then '' else 'Re: ' end || 'The plan for ' || second_half[1 + thread % 38] || ', part ' || thread,
      'Thank you for the note about ' || first_half[1 + n % 36] || '. I looked at the figures again, and would like to '
        'talk about them on Thursday, if that suits you; otherwise the week after. Number ' || n || '.',
      at, case pg_temp.kind_of(n) when 'meeting' then at + interval '30 minutes' end,
      'mail', 'message-' || n || '.' || seed || '@mail.example.org',
      pg_temp.id_at(timestamptz '2023-01-01' + interval '1 second' * thread, seed, thread, 'thread'),
      pg_temp.chance(seed, n, 'attachment') < 0.1,
      'the plan for ' || second_half[1 + thread % 38] || ', part ' || thread, at, at
    from talk order by n;

  -- One in ten has its text here, and each note; the others would only take place.
  insert into interaction_body (org_id, interaction_id, text, quoted_at, html)
    select org, pg_temp.id_at(at, seed, n, 'interaction'), text, length(text) - 20,
      case when n % 20 = 0 then '<html><body><p>' || replace(text, E'\n', '<br>') || '</p></body></html>' end
    from talk, lateral (
      select string_agg(first_half[1 + (n + word * 7) % 36] || ' ' || second_half[1 + (n * 3 + word) % 38], ' ') as text
      from generate_series(1, 40 + n % 50) as word
    ) said
    where n % 10 = 0 or pg_temp.kind_of(n) = 'note';

  -- Without statistics they would be joined row by row, for hours.
  analyze contact, contact_email;
  insert into participant (org_id, interaction_id, role, address, name, contact_id, company_id, occurred_at, kind,
      direction, has_attachments)
    select org, interaction_id, role, address, null, person.id, contact.company_id, at, pg_temp.kind_of(part.n),
      case part.n % 2 when 0 then 'in' else 'out' end, pg_temp.chance(seed, part.n, 'attachment') < 0.1
    from (
      select n, pg_temp.id_at(at, seed, n, 'interaction') as interaction_id, at,
        case when pg_temp.kind_of(n) = 'note' then 'about' when n % 2 = 0 then 'from' else 'to' end as role, contact as who from talk
      union all
      select n, pg_temp.id_at(at, seed, n, 'interaction'), at, 'cc', copied from talk where is_copied
    ) part join person on person.n = part.who
    join contact on contact.org_id = org and contact.id = person.id
    join contact_email on contact_email.org_id = org and contact_email.contact_id = person.id and position = 0;
  insert into participant (org_id, interaction_id, role, address, name, contact_id, occurred_at, kind, direction,
      has_attachments)
    select org, pg_temp.id_at(at, seed, n, 'interaction'), case n % 2 when 0 then 'to' else 'from' end,
      'member' || n % cardinality(members) || '@ours.example.org', 'One of us', null, at, pg_temp.kind_of(n),
      case n % 2 when 0 then 'in' else 'out' end, pg_temp.chance(seed, n, 'attachment') < 0.1
    from talk where pg_temp.kind_of(n) <> 'note';

  insert into thread_reference (org_id, message_id, thread_id, group_id)
    select org, 'message-' || n || '.' || seed || '@mail.example.org', thread_id, thread_id
    from talk, pg_temp.id_at(timestamptz '2023-01-01' + interval '1 second' * thread, seed, thread, 'thread') as thread_id;
end $$;

-- The log, each event in a transaction of its own as the program writes them: the transactions are real, though empty.
create or replace procedure pg_temp.make_events(org uuid, seed bigint, events int) language plpgsql as $$
declare
  first xid8;
begin
  commit;
  first := pg_current_xact_id();
  for n in 1..events loop
    commit;
    perform pg_current_xact_id();
  end loop;
  insert into event (org_id, xid, type, subject, audience, actor, data, created_at)
    select org, (first::text::bigint + row_number() over (order by contact.id, n))::text::xid8, 'contact.updated',
      'contact:' || contact.id, 'org', jsonb_build_object('kind', 'user', 'id', contact.owner_id),
      jsonb_build_object('contact', jsonb_build_object('id', contact.id, 'name', contact.name, 'given_name', given_name,
        'family_name', family_name, 'title', title, 'phones', phones, 'fields', fields, 'updated_at', updated_at)),
      updated_at
    from contact, generate_series(1, 3) as n
    where contact.org_id = org order by contact.id, n limit events;
end $$;

-- Everything as the program's own triggers would have indexed it (0080_search_scopes.sql).
create or replace procedure pg_temp.make_search_entries() language plpgsql as $$ begin
  insert into search_entry
  select entry.* from organization,
    lateral list_search_entries(organization.id, 'contact', array(select id from contact where org_id = organization.id)) entry
  union all
  select entry.* from organization,
    lateral list_search_entries(organization.id, 'company', array(select id from company where org_id = organization.id)) entry
  union all
  select entry.* from organization,
    lateral list_search_entries(organization.id, 'interaction', array(select id from interaction where org_id = organization.id)) entry;

  insert into search_word (org_id, word)
  select distinct org_id, word from search_entry, unnest(ts_filter(words, '{a,b}')), substr(lexeme, 9) as word
  where length(word) between 3 and 40 and word !~ '[0-9]';
end $$;
