-- The keys under which residents are filed are made by the service, and there are new ones: those who
-- are registered already are filed and compared anew by a matching run, as after an import. One that
-- is under way begins again.
update matching_run
set phase = 'FILING', filed_up_to = null, compared_up_to = null, filed = 0, compared = 0, found = 0
where phase <> 'DONE';

insert into matching_run (id, phase, started_by, started_at)
select gen_random_uuid(), 'FILING', 'vidnova', now()
where exists (select 1 from resident) and not exists (select 1 from matching_run where phase <> 'DONE');
