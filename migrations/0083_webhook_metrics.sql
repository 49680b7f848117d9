-- How many deliveries wait, of all organizations together: for /metrics.
create policy waiting on webhook_delivery for select to rapport_system using (status = 'pending');
grant select (status) on webhook_delivery to rapport_system;
