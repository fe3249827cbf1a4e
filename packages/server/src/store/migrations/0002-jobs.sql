-- Capture jobs, outbox and sequencer. All local tables.

-- A document on its way in: the raw body is stored before it is acknowledged and goes when the job is finished.
create table capture_job (
  id uuid not null,
  sender text collate "C" not null,
  plane text collate "C" not null,
  received timestamptz not null,
  error_behaviour text collate "C" not null,
  media_type text collate "C" not null,
  body bytea,
  state text collate "C" not null,
  worker int,
  attempts smallint not null default 0,
  started timestamptz,
  finished timestamptz,
  success boolean,
  outcome jsonb,
  constraint capture_job_pkey primary key (id),
  constraint capture_job_error_behaviour_check check (error_behaviour in ('rollback', 'proceed')),
  constraint capture_job_state_check check (state in ('waiting', 'running', 'finished'))
);
create index capture_job_open_idx on capture_job (received) where state <> 'finished';
create index capture_job_sender_idx on capture_job (sender, received, id);

-- One row per committed batch, without a number: a cursor over numbers given before commit loses rows.
create table outbox (
  first_event bigint not null,
  last_event bigint not null,
  events int not null,
  sender text collate "C" not null,
  job uuid,
  created timestamptz not null default now(),
  constraint outbox_pkey primary key (first_event)
);

-- Batches in the order in which they became known. Ranges of two batches never interleave.
create table known_batch (
  number bigint not null,
  numbered timestamptz not null,
  first_event bigint not null,
  last_event bigint not null,
  events int not null,
  sender text collate "C" not null,
  job uuid,
  constraint known_batch_pkey primary key (number),
  constraint known_batch_first_event_key unique (first_event)
);
