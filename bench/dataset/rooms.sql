-- Rooms of one organization, and what was said in them: numbered, counted and read as the program would have left it.

create or replace function pg_temp.sentence(seed bigint, n bigint, choice text) returns text language sql immutable parallel safe as $$
  select (string_to_array('Please look at,I have changed,Who knows more about,We should talk about,Thank you for,Nobody has answered,'
      'Yesterday we finished,They would like to see,Tomorrow I send,Could somebody check,I am not sure of,Here is,Let us begin with,'
      'There is a mistake in,I would rather wait for,Everybody agreed on', ','))[1 + floor(16 * pg_temp.chance(seed, n, choice || ' begins'))::int]
    || ' the ' || (string_to_array('plan,budget,contract,invoice,survey,workshop,offer,page,release,report,brochure,schedule,interview,'
      'translation,prototype,logo,newsletter,booth,flight,hotel,presentation,question,answer,figures,drawing,sample,delivery,warranty,'
      'refund,training,recording,photograph', ','))[1 + floor(32 * power(pg_temp.chance(seed, n, choice || ' is about'), 2))::int]
    || ' of project ' || (string_to_array('amber,basalt,cedar,delta,ember,fjord,garnet,harbour,indigo,juniper,kestrel,lagoon,maple,'
      'nectar,opal,pebble,quartz,raven,saffron,tundra,umbra,velvet,willow,xenon,yarrow,zephyr,acorn,bramble,copper,dahlia', ','))
      [1 + floor(30 * pg_temp.chance(seed, n, choice || ' belongs to'))::int]
    || (string_to_array('.| before noon.| when you are back.| as soon as it is ready.| and tell me what you think.| for the customer.|'
      ' once more!| with the others.| – or is it too late?| on Thursday.', '|'))[1 + floor(10 * pg_temp.chance(seed, n, choice || ' ends'))::int]
$$;

-- `members`: the first one is in every channel. `key`: an api key, which writes as well.
create or replace procedure pg_temp.make_rooms(
  org uuid, seed bigint, channels int, messages int, members uuid[], key uuid
) language plpgsql as $$
declare
  scope text := search_scope(org, 'message');
  directs int := greatest(channels / 2, 5);
  -- One in 21 is a direct one, beside those of the channels.
  spoken_count int := messages::bigint * 21 / 20;
  -- Of all that is said in channels, up to which share it is said in the first, the first two, …: in the first one an eighth.
  shares float8[];
begin
  select array_agg(share order by n) into shares from (
    select n, sum(power(n, -0.9)) over (order by n) / sum(power(n, -0.9)) over () as share from generate_series(1, channels) as n
  ) skewed;

  -- Channels of two to all members; direct rooms of two, of which the first member has a few.
  create temporary table seat on commit drop as
    select place, row_number() over (partition by place order by pg_temp.chance(seed, place * 1000 + m, 'talks'))::int - 1 as seat, members[m] as user_id
    from (
      select n as place, m from generate_series(1, channels) as n, generate_subscripts(members, 1) as m
      where m in (1, 2 + n % (cardinality(members) - 1)) or n <= 3
        or pg_temp.chance(seed, n * 1000 + m, 'is in it') < 0.1 + 0.9 * power(pg_temp.chance(seed, n, 'is open'), 2)
      union all
      select channels + place, m from (
        select a, b, row_number() over (order by a = 1 and b <= 20 desc, pg_temp.chance(seed, a * 1000 + b, 'a pair'))::int as place
        from generate_subscripts(members, 1) as a join generate_subscripts(members, 1) as b on a < b
      ) pair, lateral (values (a), (b)) as one (m)
      where place <= directs
    ) seated;
  create temporary table place on commit drop as
    select place as n, pg_temp.id_at(timestamptz '2023-01-01' + interval '1 second' * place, seed, place, 'room') as id, place > channels as is_direct,
      place > channels or place > 5 and place % 5 = 0 as is_private, array_agg(user_id order by seat) as people, count(*)::int as size
    from seat group by place;
  analyze place;

  -- `top` counts what is said in the room itself; of an answer, what was said before.
  create temporary table spoken on commit drop as
    with drawn as (
      select n, pg_temp.born(n, spoken_count) as at, case
        when n % 21 = 20 then channels + 1 + floor(directs * power(pg_temp.chance(seed, n, 'direct room'), 2))::int
        else least(1 + width_bucket(pg_temp.chance(seed, n, 'channel'), shares), channels) end as place
      from generate_series(0, spoken_count - 1) as n
    ), placed as (
      select n, at, place, row_number() over (partition by place order by n) > 1 and pg_temp.chance(seed, n, 'answers') < 0.15 as answers from drawn
    )
    select n, at, place, answers, count(*) filter (where not answers) over (partition by place order by n)::int as top from placed;
  analyze spoken;

  -- What is answered is one in 20: threads of three or four answers.
  create temporary table line on commit drop as
    with rooted as (
      select *, case when answers then greatest(1, (top - floor(8 * pg_temp.chance(seed, n, 'to what'))::int) / 20 * 20) end as root from spoken
    ), numbered as (
      select said.n, said.at, said.place, case when root.n is not null then pg_temp.id_at(root.at, seed, root.n, 'message') end as thread_id,
        case when root.n is null then said.top else row_number() over (partition by root.n order by said.n) end::int as seq
      from rooted said left join spoken root on not root.answers and root.place = said.place and root.top = said.root
    ), seated as (
      select numbered.*, room.id as room_id, is_direct, people, size, floor(size * power(pg_temp.chance(seed, numbered.n, 'author'), 2))::int as seat,
        not is_private and pg_temp.chance(seed, numbered.n, 'is a program') < 0.02 as is_program
      from numbered join place room on room.n = place
    ), written as (
      select n, at, place, room_id, thread_id, seq, seat, size, case when is_program then 'api_key' else 'user' end as author_kind,
        case when is_program then key else people[1 + seat] end as author_id,
        case when pg_temp.chance(seed, n, 'mentions') < 0.08
          then people[1 + (seat + 1 + floor((size - 1) * pg_temp.chance(seed, n, 'whom'))::int) % size] end as mentioned,
        not is_direct and pg_temp.chance(seed, n, 'for all') < 0.003 as mentions_room,
        -- What may begin a thread is not.
        case when pg_temp.chance(seed, n, 'is deleted') < 0.005 and seq % 20 > 1 then at + interval '1 hour' end as deleted_at,
        case when pg_temp.chance(seed, n, 'is edited') < 0.01 then at + interval '2 minutes' end as edited_at,
        pg_temp.sentence(seed, n, 'first')
          || case when pg_temp.chance(seed, n, 'is long') < 0.5 then ' ' || pg_temp.sentence(seed, n, 'second') else '' end
          || case when pg_temp.chance(seed, n, 'names an order') < 0.2 then ' It is order ' || floor(50000 * pg_temp.chance(seed, n, 'order'))::int || '.' else '' end
          || case when pg_temp.chance(seed, n, 'has a link') < 0.02 then ' https://example.org/' || n else '' end as words
      from seated
    )
    select written.*, pg_temp.id_at(at, seed, n, 'message') as id,
      concat('[@' || name || '](user:' || mentioned || ') ', case when mentions_room then '@room ' end, words) as text,
      left(concat('@' || name || ' ', case when mentions_room then '@room ' end, words), 200) as snippet
    from written left join "user" on "user".id = mentioned;
  analyze line;

  insert into message (org_id, id, room_id, thread_id, seq, author_kind, author_id, client_id, text, snippet, mentions_room, created_at,
      edited_at, deleted_at, pinned_at)
    select org, id, room_id, thread_id, seq, author_kind, author_id, md5(seed || 'client' || n)::uuid, text, snippet, mentions_room, at, edited_at,
      deleted_at, case when deleted_at is null and pg_temp.chance(seed, n, 'is pinned') < 0.0005 then at + interval '1 day' end
    from line order by n;
  insert into message_words (org_id, message_id, words)
    select org, id, search_words(scope, text, 'A') from line where deleted_at is null order by n;
  insert into message_mention (org_id, message_id, user_id, room_id, thread_id, seq)
    select org, id, mentioned, room_id, thread_id, seq from line where mentioned is not null and deleted_at is null order by n;
  insert into message_edit (org_id, message_id, edited_at, text)
    select org, id, edited_at, text || ' As far as I know.' from line where edited_at is not null order by n;
  insert into reaction (org_id, message_id, emoji, user_id, created_at)
    select org, line.id, (array['👍', '❤️', '😂', '🎉', '👀', '🚀'])[1 + floor(6 * power(pg_temp.chance(seed, line.n * 10 + k, 'emoji'), 2))::int],
      people[1 + (seat + 1 + k) % line.size], at + interval '1 minute' * (k + 1)
    from line join place room on room.n = place, lateral generate_series(0, least(floor(5 * power(pg_temp.chance(seed, line.n, 'how many'), 3))::int, line.size - 2)) as k
    where pg_temp.chance(seed, line.n, 'reactions') < 0.15 and deleted_at is null
    order by line.n;

  -- What is changed or deleted raises the revision once more.
  insert into room (org_id, id, kind, visibility, name, topic, members_hash, last_seq, revision, last_message_at, created_by, created_at, updated_at)
    select org, room.id, case when is_direct then 'direct' else 'channel' end, case when is_private then 'private' else 'public' end,
      case when not is_direct then 'channel-' || n end, case when is_direct then '' else pg_temp.sentence(seed, n, 'topic') end,
      case when is_direct then (select encode(sha256(convert_to(string_agg(id::text, ',' order by id), 'UTF8')), 'hex') from unnest(people) as id) end,
      coalesce(last_seq, 0), coalesce(last_seq + changes, 0), last_at, jsonb_build_object('kind', 'user', 'id', people[1]), '2023-01-01', '2023-01-01'
    from place room left join (
      select place, max(seq) as last_seq, count(deleted_at) + count(edited_at) as changes, max(at) as last_at from line where thread_id is null group by place
    ) counted on place = n;
  insert into room_member (org_id, room_id, user_id, role, read_seq, notify, joined_at)
    select org, room.id, user_id, case when seat = 0 then 'owner' else 'member' end,
      last_seq - case when pg_temp.chance(seed, n * 1000 + seat, 'has read all') < 0.6 then 0
        else floor(least(last_seq, 300) * power(pg_temp.chance(seed, n * 1000 + seat, 'unread'), 3))::int end,
      case when is_direct or pg_temp.chance(seed, n * 1000 + seat, 'hears') < 0.87 then 'all' when seat % 4 = 0 then 'nothing' else 'mentions' end, '2023-01-01'
    from seat join place on place.n = seat.place join room on room.org_id = org and room.id = place.id;

  insert into thread (org_id, id, room_id, last_seq, revision, reply_count, last_reply_at, author_ids)
    select org, thread_id, room_id, last_seq, revision, replies, last_at, author_ids from (
      select thread_id, room_id, max(seq) as last_seq, count(*) + count(deleted_at) + count(edited_at) as revision, count(*) - count(deleted_at) as replies,
        max(at) as last_at
      from line where thread_id is not null group by thread_id, room_id
    ) counted join (
      select thread_id, (array_agg(author_id order by last desc))[:5] as author_ids
      from (select thread_id, author_id, max(n) as last from line where thread_id is not null group by thread_id, author_id) each group by thread_id
    ) answering using (thread_id);
  -- Of the last month not everything is read.
  insert into thread_follower (org_id, thread_id, user_id, room_id, read_seq, behind)
    select org, thread_id, user_id, thread.room_id, read_seq, read_seq < last_seq
    from (
      select thread_id, author_id as user_id from line where thread_id is not null and author_kind = 'user'
      union select thread_id, mentioned from line where thread_id is not null and mentioned is not null and deleted_at is null
      union select id, author_id from line where author_kind = 'user' and id in (select thread_id from line where thread_id is not null)
    ) following join thread on thread.org_id = org and thread.id = thread_id, lateral (
      select case
        when last_reply_at > '2025-12-01' and pg_temp.chance(seed, hashtextextended(user_id::text, 0), thread_id::text) < 0.3
        then floor(last_seq * pg_temp.chance(seed, hashtextextended(user_id::text, 1), thread_id::text))::int else last_seq end as read_seq
    ) place;
end $$;
