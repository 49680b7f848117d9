-- The subjects of mails that were stored before answers were found by them: read in the background, which needs the program.

select graphile_worker.enqueue('timeline.read_earlier_subjects', json_build_object('org_id', organization.id), priority => 10)
from organization where exists (
  select from interaction where org_id = organization.id and kind = 'mail' and thread_subject is null and subject is not null
);
