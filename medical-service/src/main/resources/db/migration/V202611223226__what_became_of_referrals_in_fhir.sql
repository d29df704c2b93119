-- The same as before, but that a ServiceRequest is also updated by what became of the referral.
create or replace view fhir_resource (
  type, key, suffix, visit_id, origin_id, resident_id, started_at, position,
  recorded_at, from_at, until_at, category_system, category, code_system, code) as
select 'Encounter', origin_id, '', id, origin_id, resident_id, started_at, 0,
    recorded_at, started_at, coalesce(ended_at, started_at), null, null, null, null
  from visit
  where not superseded
union all
select 'Composition', origin_id, '', id, origin_id, resident_id, started_at, 1,
    recorded_at, recorded_at, recorded_at, null, null, 'http://loinc.org', '11488-4'
  from visit
  where not superseded
union all
select 'Observation', origin_id, sign.loinc, id, origin_id, resident_id, started_at, 2 + sign.rank,
    recorded_at, started_at, started_at,
    'http://terminology.hl7.org/CodeSystem/observation-category', 'vital-signs',
    'http://loinc.org', sign.loinc
  from visit
  cross join lateral (values
    (0, '8310-5', temperature_c),
    (1, '85354-9', coalesce(systolic_mm_hg, diastolic_mm_hg)),
    (2, '8867-4', pulse_per_minute),
    (3, '9279-1', respiration_per_minute),
    (4, '2708-6', oxygen_saturation_percent),
    (5, '29463-7', weight_kg),
    (6, '8302-2', height_cm)) as sign (rank, loinc, value)
  where not superseded and sign.value is not null
union all
select 'Condition', v.origin_id, 'd' || d.rank, v.id, v.origin_id, v.resident_id, v.started_at,
    100000 + d.rank, v.recorded_at, v.started_at, v.started_at,
    'http://terminology.hl7.org/CodeSystem/condition-category', 'encounter-diagnosis',
    'http://hl7.org/fhir/sid/icpc-2', d.code
  from visit v
  join visit_diagnosis d on d.visit_id = v.id
  where not v.superseded
union all
select 'Procedure', v.origin_id, 'a' || a.rank, v.id, v.origin_id, v.resident_id, v.started_at,
    250000 + a.rank, v.recorded_at, v.started_at, v.started_at,
    null, null, 'http://hl7.org/fhir/sid/icpc-2', a.code
  from visit v
  join visit_action a on a.visit_id = v.id
  where not v.superseded
union all
select 'Condition', c.id, '', v.id, v.origin_id, v.resident_id, v.started_at,
    200000 + c.rank, v.recorded_at, v.started_at, v.started_at,
    'http://terminology.hl7.org/CodeSystem/condition-category', 'problem-list-item',
    'http://hl7.org/fhir/sid/icpc-2', c.code
  from visit v
  join visit_chronic_condition c on c.visit_id = v.id
  where not v.superseded
union all
select 'AllergyIntolerance', a.id, '', v.id, v.origin_id, v.resident_id, v.started_at,
    300000 + a.rank, v.recorded_at, v.started_at, v.started_at,
    'http://hl7.org/fhir/allergy-intolerance-category', lower(a.category), null, null
  from visit v
  join visit_allergy a on a.visit_id = v.id
  where not v.superseded
union all
select case m.given when 'DISPENSED' then 'MedicationDispense' else 'MedicationAdministration' end,
    m.id, '', v.id, v.origin_id, v.resident_id, v.started_at,
    400000 + m.rank, v.recorded_at, v.started_at, v.started_at, null, null, null, null
  from visit v
  join visit_medicine m on m.visit_id = v.id
  where not v.superseded
union all
select 'Immunization', i.id, '', v.id, v.origin_id, v.resident_id, v.started_at,
    500000 + i.rank, v.recorded_at, v.started_at, v.started_at,
    null, null, 'urn:vidnova:vaccine', i.vaccine_code
  from visit v
  join visit_vaccination i on i.visit_id = v.id
  where not v.superseded
union all
select 'ServiceRequest', r.id, '', v.id, v.origin_id, v.resident_id, v.started_at,
    600000 + r.rank, greatest(v.recorded_at, (
      select max(o.recorded_at) from referral_outcome o
      where o.visit_id = v.origin_id and o.referral_kind = r.kind
        and o.destination = r.destination and o.speciality is not distinct from r.speciality)),
    v.started_at, v.started_at,
    null, null, 'urn:vidnova:referral', r.kind
  from visit v
  join visit_referral r on r.visit_id = v.id
  where not v.superseded;
