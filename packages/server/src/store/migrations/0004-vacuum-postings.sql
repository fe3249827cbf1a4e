-- An index-only scan visits the table for every page that no vacuum has seen since its rows came. By default a table
-- that only grows is vacuumed when it has grown by a fifth; walks ask most for what came last.
alter table epc_event set (
  autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_vacuum_insert_threshold = 50000
);
