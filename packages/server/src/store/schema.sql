-- Written from a migrated database by schema.test.ts; read it, do not run it.

create table alias (
  k uuid not null,
  unit_k uuid not null,
  constraint alias_pkey PRIMARY KEY (k)
);

create table api_key (
  id text collate "C" not null,
  secret_sha256 text collate "C" not null,
  party text collate "C",
  plane text collate "C" not null,
  scopes text[] not null,
  may_register boolean not null,
  created timestamp with time zone not null default now(),
  expires timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_plane_check CHECK ((plane = ANY (ARRAY['public'::text, 'enterprise'::text, 'regulator'::text])))
);

create table capture_job (
  id uuid not null,
  sender text collate "C" not null,
  plane text collate "C" not null,
  received timestamp with time zone not null,
  error_behaviour text collate "C" not null,
  media_type text collate "C" not null,
  body bytea,
  state text collate "C" not null,
  worker integer,
  attempts smallint not null default 0,
  started timestamp with time zone,
  finished timestamp with time zone,
  success boolean,
  outcome jsonb,
  constraint capture_job_error_behaviour_check CHECK ((error_behaviour = ANY (ARRAY['rollback'::text, 'proceed'::text]))),
  constraint capture_job_pkey PRIMARY KEY (id),
  constraint capture_job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text])))
);
CREATE INDEX capture_job_open_idx ON public.capture_job USING btree (received) WHERE (state <> 'finished'::text);
CREATE INDEX capture_job_sender_idx ON public.capture_job USING btree (sender, received, id);

create table daily_roll_up (
  day date not null,
  division text collate "C" not null,
  class text collate "C" not null,
  slice smallint not null,
  events bigint not null,
  constraint daily_roll_up_pkey PRIMARY KEY (day, division, class, slice)
);

create table division (
  code text collate "C" not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  level smallint not null,
  parent text collate "C",
  constraint division_pkey PRIMARY KEY (code, valid_from),
  constraint division_validity_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table epc (
  k uuid not null,
  uri text collate "C" not null,
  level text collate "C" not null,
  prefix_length smallint,
  constraint epc_pkey PRIMARY KEY (k)
);
CREATE INDEX epc_uri_idx ON public.epc USING btree (uri);

create table epc_event (
  k uuid not null,
  event_time timestamp with time zone not null,
  event_id bigint not null,
  role smallint not null,
  peer uuid,
  peers uuid[],
  quantity numeric,
  uom text collate "C",
  place uuid,
  party uuid,
  void_from bigint,
  rights integer not null
) with (autovacuum_vacuum_insert_scale_factor=0.02, autovacuum_vacuum_insert_threshold=50000);
CREATE INDEX epc_event_k_event_time_idx ON public.epc_event USING btree (k, event_time) INCLUDE (role, event_id, peer, quantity, uom, place, party, void_from, rights);

create table event (
  event_id bigint not null,
  event_uri text collate "C" not null,
  event_time timestamp with time zone not null,
  zone_offset text collate "C" not null,
  type text collate "C" not null,
  action text collate "C",
  biz_step text collate "C",
  process text collate "C",
  disposition text collate "C",
  persistent_set text[] not null,
  persistent_unset text[] not null,
  read_point uuid,
  biz_location uuid,
  actor text collate "C" not null,
  declared boolean not null,
  rights integer not null,
  context uuid not null,
  units uuid[] not null,
  doc text not null,
  ext jsonb,
  constraint event_pkey PRIMARY KEY (event_id)
) partition by RANGE (event_id);
CREATE INDEX event_ext_idx ON ONLY public.event USING gin (ext jsonb_path_ops);

create table event_clock (
  one boolean not null default true,
  last bigint not null,
  constraint event_clock_one_check CHECK (one),
  constraint event_clock_pkey PRIMARY KEY (one)
);

create table event_context (
  hash uuid not null,
  context text not null,
  constraint event_context_pkey PRIMARY KEY (hash)
);

create table event_default partition of event DEFAULT (
  event_id bigint not null,
  event_uri text collate "C" not null,
  event_time timestamp with time zone not null,
  zone_offset text collate "C" not null,
  type text collate "C" not null,
  action text collate "C",
  biz_step text collate "C",
  process text collate "C",
  disposition text collate "C",
  persistent_set text[] not null,
  persistent_unset text[] not null,
  read_point uuid,
  biz_location uuid,
  actor text collate "C" not null,
  declared boolean not null,
  rights integer not null,
  context uuid not null,
  units uuid[] not null,
  doc text not null,
  ext jsonb,
  constraint event_default_pkey PRIMARY KEY (event_id)
);
CREATE INDEX event_default_ext_idx ON public.event_default USING gin (ext jsonb_path_ops);

create table event_key (
  h uuid not null,
  slot uuid not null,
  content uuid not null,
  event_id bigint not null,
  constraint event_key_pkey PRIMARY KEY (h, slot)
);

create table event_party (
  party text collate "C" not null,
  event_time timestamp with time zone not null,
  event_id bigint not null,
  constraint event_party_pkey PRIMARY KEY (party, event_time, event_id)
);

create table event_scope (
  scope text collate "C" not null,
  event_time timestamp with time zone not null,
  event_id bigint not null,
  constraint event_scope_pkey PRIMARY KEY (scope, event_time, event_id)
);

create table event_secret (
  event_id bigint not null,
  byte_offset integer not null,
  path text not null,
  owner text collate "C" not null,
  ciphertext bytea not null,
  constraint event_secret_pkey PRIMARY KEY (event_id, byte_offset)
);

create table event_void (
  event_id bigint not null,
  void_from bigint not null,
  constraint event_void_pkey PRIMARY KEY (event_id)
);

create table finding (
  kind text collate "C" not null,
  event_id bigint not null,
  other_event_id bigint not null,
  detail text,
  created timestamp with time zone not null default now(),
  constraint finding_pkey PRIMARY KEY (event_id, kind, other_event_id)
);

create table known_batch (
  number bigint not null,
  numbered timestamp with time zone not null,
  first_event bigint not null,
  last_event bigint not null,
  events integer not null,
  sender text collate "C" not null,
  job uuid,
  constraint known_batch_first_event_key UNIQUE (first_event),
  constraint known_batch_pkey PRIMARY KEY (number)
);

create table licence (
  party text collate "C" not null,
  type text collate "C" not null,
  number text collate "C" not null,
  valid_from date not null,
  valid_to date,
  scope text not null,
  constraint licence_pkey PRIMARY KEY (party, type, number, valid_from),
  constraint licence_validity_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table link (
  k uuid not null,
  version integer not null,
  position smallint not null,
  link_type text collate "C" not null,
  href text not null,
  h uuid not null,
  title text not null,
  hreflang text[] not null,
  media_type text,
  is_default boolean not null,
  constraint link_pkey PRIMARY KEY (k, version, "position")
);
CREATE INDEX link_h_idx ON public.link USING btree (h, k, version);

create table link_set (
  k uuid not null,
  anchor text collate "C" not null,
  version integer not null,
  owner text collate "C",
  constraint link_set_pkey PRIMARY KEY (k)
);
CREATE INDEX link_set_owner_idx ON public.link_set USING btree (owner, k);

create table link_target (
  h uuid not null,
  url text not null,
  due timestamp with time zone not null,
  health text collate "C" not null default 'unvisited'::text,
  visited timestamp with time zone,
  result text,
  failing_since timestamp with time zone,
  failing_days smallint not null default 0,
  dead_since timestamp with time zone,
  constraint link_target_health_check CHECK ((health = ANY (ARRAY['unvisited'::text, 'alive'::text, 'failing'::text, 'dead'::text]))),
  constraint link_target_pkey PRIMARY KEY (h)
);
CREATE INDEX link_target_due_idx ON public.link_target USING btree (due);

create table link_version (
  k uuid not null,
  version integer not null,
  set_at timestamp with time zone not null,
  owner text collate "C",
  plane text collate "C" not null,
  constraint link_version_pkey PRIMARY KEY (k, version)
);

create table link_visit (
  h uuid not null,
  visited timestamp with time zone not null,
  alive boolean not null,
  result text not null,
  constraint link_visit_pkey PRIMARY KEY (h, visited)
);

create table outbox (
  first_event bigint not null,
  last_event bigint not null,
  events integer not null,
  sender text collate "C" not null,
  job uuid,
  created timestamp with time zone not null default now(),
  constraint outbox_pkey PRIMARY KEY (first_event)
);

create table party (
  uri text collate "C" not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  kind text collate "C" not null,
  uscc text collate "C",
  role text collate "C" not null,
  division text collate "C" not null,
  lat double precision,
  lng double precision,
  constraint party_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'person'::text, 'authority'::text]))),
  constraint party_pkey PRIMARY KEY (uri, valid_from),
  constraint party_validity_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table pending_declaration (
  h uuid not null,
  event_id bigint not null,
  actor text collate "C" not null,
  created timestamp with time zone not null default now(),
  constraint pending_declaration_pkey PRIMARY KEY (h, event_id)
);

create table place (
  uri text collate "C" not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  operator text collate "C" not null,
  division text collate "C" not null,
  lat double precision,
  lng double precision,
  constraint place_pkey PRIMARY KEY (uri, valid_from),
  constraint place_validity_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table product (
  uri text collate "C" not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  class text collate "C" not null,
  uom text collate "C" not null,
  net_quantity numeric,
  net_uom text collate "C",
  constraint product_pkey PRIMARY KEY (uri, valid_from),
  constraint product_validity_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table rights (
  id integer not null generated by default as identity,
  digest uuid not null,
  owner text collate "C" not null,
  parties text[] not null,
  scopes text[] not null,
  scope_keys text[] not null,
  published boolean not null,
  constraint rights_digest_key UNIQUE (digest),
  constraint rights_pkey PRIMARY KEY (id)
);
CREATE INDEX rights_owner_idx ON public.rights USING btree (owner);
CREATE INDEX rights_parties_idx ON public.rights USING gin (parties);
CREATE INDEX rights_published_idx ON public.rights USING btree (id) WHERE published;
CREATE INDEX rights_scope_keys_idx ON public.rights USING gin (scope_keys);

create table vocabulary_element (
  uri text collate "C" not null,
  type text collate "C" not null,
  captured bigint not null,
  sender text collate "C" not null,
  attributes jsonb not null,
  children text[] not null,
  constraint vocabulary_element_pkey PRIMARY KEY (uri, type, captured)
);
