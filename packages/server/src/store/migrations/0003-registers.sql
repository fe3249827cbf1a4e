-- Registers, versioned by the day from which a version is valid; reference tables.

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
  constraint party_pkey primary key (uri, valid_from),
  constraint party_kind_check check (kind in ('company', 'person', 'authority')),
  constraint party_validity_check check (valid_to is null or valid_to >= valid_from)
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
  constraint place_pkey primary key (uri, valid_from),
  constraint place_validity_check check (valid_to is null or valid_to >= valid_from)
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
  constraint product_pkey primary key (uri, valid_from),
  constraint product_validity_check check (valid_to is null or valid_to >= valid_from)
);

create table licence (
  party text collate "C" not null,
  type text collate "C" not null,
  number text collate "C" not null,
  valid_from date not null,
  valid_to date,
  scope text not null,
  constraint licence_pkey primary key (party, type, number, valid_from),
  constraint licence_validity_check check (valid_to is null or valid_to >= valid_from)
);

-- Administrative divisions (GB/T 2260 codes); a code may end and come back with another name.
create table division (
  code text collate "C" not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  level smallint not null,
  parent text collate "C",
  constraint division_pkey primary key (code, valid_from),
  constraint division_validity_check check (valid_to is null or valid_to >= valid_from)
);

-- Master data of document headers, versioned by capture: `captured` is the first event_id of the batch.
create table vocabulary_element (
  uri text collate "C" not null,
  type text collate "C" not null,
  captured bigint not null,
  sender text collate "C" not null,
  attributes jsonb not null,
  children text[] not null,
  constraint vocabulary_element_pkey primary key (uri, type, captured)
);

-- Keys of clients: the secret itself is never stored.
create table api_key (
  id text collate "C" not null,
  secret_sha256 text collate "C" not null,
  party text collate "C",
  plane text collate "C" not null,
  scopes text[] not null,
  may_register boolean not null,
  created timestamptz not null default now(),
  expires timestamptz,
  constraint api_key_pkey primary key (id),
  constraint api_key_plane_check check (plane in ('public', 'enterprise', 'regulator'))
);
