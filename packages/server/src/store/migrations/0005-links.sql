-- Where codes point to, and what visits of those addresses found. Distributed by: link_set, link_version, link (k);
-- link_target, link_visit (h).

-- The links of one anchor in force: those of its `version`. One row an anchor, so that two who replace them at once
-- wait for each other here. `k` is the key of the anchor.
create table link_set (
  k uuid not null,
  anchor text collate "C" not null,
  version int not null,
  owner text collate "C",
  constraint link_set_pkey primary key (k)
);
create index link_set_owner_idx on link_set (owner, k);

-- Who set which version when; nothing here is ever changed or deleted. A version without links says who took them away.
create table link_version (
  k uuid not null,
  version int not null,
  set_at timestamptz not null,
  owner text collate "C",
  plane text collate "C" not null,
  constraint link_version_pkey primary key (k, version)
);

-- The links of every version; `h` is the digest of `href`, by which its visits are found.
create table link (
  k uuid not null,
  version int not null,
  position smallint not null,
  link_type text collate "C" not null,
  href text not null,
  h uuid not null,
  title text not null,
  hreflang text[] not null,
  media_type text,
  is_default boolean not null,
  constraint link_pkey primary key (k, version, position)
);
create index link_h_idx on link (h, k, version);

-- An address that is visited, and what the visits have come to. `due` moves on when a visit begins, so that no crash
-- makes two visits of one day.
create table link_target (
  h uuid not null,
  url text not null,
  due timestamptz not null,
  health text collate "C" not null default 'unvisited',
  visited timestamptz,
  result text,
  failing_since timestamptz,
  failing_days smallint not null default 0,
  dead_since timestamptz,
  constraint link_target_pkey primary key (h),
  constraint link_target_health_check check (health in ('unvisited', 'alive', 'failing', 'dead'))
);
create index link_target_due_idx on link_target (due);

-- The last visits of an address; older ones go.
create table link_visit (
  h uuid not null,
  visited timestamptz not null,
  alive boolean not null,
  result text not null,
  constraint link_visit_pkey primary key (h, visited)
);
