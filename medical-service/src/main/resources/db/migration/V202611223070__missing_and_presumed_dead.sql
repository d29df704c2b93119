-- Registry tells of four life states; a visit to someone missing or presumed dead is a visit.
alter table resident
  drop constraint resident_life_state_check,
  add constraint resident_life_state_check check (life_state in
    ('LIVING', 'DECEASED', 'MISSING', 'PRESUMED_DEAD'));
