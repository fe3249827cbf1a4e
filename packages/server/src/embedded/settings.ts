/** Settings of a PostgreSQL server, by name, as `postgres -c name=value` takes them. */
export type Settings = Readonly<Record<string, string>>;

/**
 * What the embedded server runs with: a whole platform in at most 2 GB of memory. Each of the 40 connections may
 * use a few megabytes beside the shared buffers. Durability stays at PostgreSQL's own defaults.
 */
export const defaultSettings: Settings = {
  max_connections: '40',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  cluster_name: 'yunsu',
};

/** For tests only: a crash of the machine loses everything, and nothing waits for the disk. */
export const settingsForTests: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '150',
  autovacuum_naptime: '10min',
};
