-- For whoever runs the server: every organization, with its plan and its owner. In PL/pgSQL, which looks for deleted_at
-- when it is called: that column comes with a later migration.

create function list_organization_plans() returns table (id uuid, name text, plan text, owner_email text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select organization.id, organization.name, organization.plan, owner.email
    from organization left join lateral (
      select "user".email from member join "user" on "user".id = member.user_id
      where member.org_id = organization.id and member.role = 'owner' order by member.created_at limit 1
    ) as owner on true
    where organization.deleted_at is null
    order by organization.created_at, organization.id;
end $$;
revoke execute on function list_organization_plans from public;
grant execute on function list_organization_plans to rapport_system;
