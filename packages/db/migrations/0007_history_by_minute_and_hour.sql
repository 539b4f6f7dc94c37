-- Rows arrive in the order of their receipt, so this index is tiny, and an insert hardly touches it.
CREATE INDEX signal_by_receipt ON signal USING brin (received_at) WITH (pages_per_range = 64, autosummarize = on);
--> statement-breakpoint
-- One row per project and hour of receipt. Late signals moved nothing and are not counted.
CREATE TABLE history_hour (
  project_id uuid NOT NULL,
  hour_at timestamp(3) with time zone NOT NULL,
  samples integer NOT NULL,
  -- Of the signals with a latency; null where there were none.
  first_at timestamp(3) with time zone,
  last_at timestamp(3) with time zone,
  max_ms bigint,
  min_ms bigint,
  last_ms bigint,
  -- The last of them was a position: its latency goes on growing by itself.
  by_position boolean NOT NULL,
  PRIMARY KEY (project_id, hour_at)
) PARTITION BY RANGE (hour_at);
--> statement-breakpoint
-- The latencies of the same hour by the minute: sixty values each, null where none was received.
CREATE TABLE history_minute (
  project_id uuid NOT NULL,
  hour_at timestamp(3) with time zone NOT NULL,
  max_ms integer[] NOT NULL,
  last_ms integer[] NOT NULL,
  PRIMARY KEY (project_id, hour_at)
) PARTITION BY RANGE (hour_at);
--> statement-breakpoint
-- Every change of a project's state or step, as it stood from then on.
CREATE TABLE state_change (
  project_id uuid NOT NULL,
  received_at timestamp(3) with time zone NOT NULL,
  observed_at timestamp(3) with time zone NOT NULL,
  state text NOT NULL,
  step text,
  incremental boolean NOT NULL,
  interrupted_since timestamp(3) with time zone,
  paused_since timestamp(3) with time zone,
  resumed_at timestamp(3) with time zone
);
--> statement-breakpoint
CREATE INDEX state_change_of_project ON state_change (project_id, received_at, observed_at);
--> statement-breakpoint
CREATE INDEX state_change_by_receipt ON state_change USING brin (received_at);
--> statement-breakpoint
-- Up to where the signals have been rolled up; a single row, which the worker that rolls up holds.
CREATE TABLE history_progress (
  id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  rolled_until timestamp(3) with time zone NOT NULL CHECK (rolled_until = date_trunc('hour', rolled_until, 'UTC'))
);
--> statement-breakpoint
INSERT INTO history_progress (rolled_until)
SELECT date_trunc('hour', coalesce(min(received_at), now()), 'UTC') FROM signal;
--> statement-breakpoint
CREATE FUNCTION prepare_history_partitions(hour timestamp with time zone) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  day timestamp := date_trunc('day', hour AT TIME ZONE 'UTC');
  month timestamp := date_trunc('month', hour AT TIME ZONE 'UTC');
  name text := 'history_minute_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF to_regclass(name) IS NULL THEN
    EXECUTE format(
      'CREATE TABLE %I PARTITION OF history_minute FOR VALUES FROM (%L) TO (%L)',
      name, day AT TIME ZONE 'UTC', (day + interval '1 day') AT TIME ZONE 'UTC'
    );
  END IF;
  name := 'history_hour_' || to_char(month, 'YYYYMM');
  IF to_regclass(name) IS NULL THEN
    EXECUTE format(
      'CREATE TABLE %I PARTITION OF history_hour FOR VALUES FROM (%L) TO (%L)',
      name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC'
    );
  END IF;
END $$;
--> statement-breakpoint
-- Drops the days and months that are past keeping; answers how many.
CREATE FUNCTION drop_history_partitions(minute_days integer, hour_days integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  dropped integer := 0;
  today date := (now() AT TIME ZONE 'UTC')::date;
  partition record;
BEGIN
  FOR partition IN
    SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE (inhparent = 'history_minute'::regclass
        AND relname < 'history_minute_' || to_char(today - minute_days, 'YYYYMMDD'))
      OR (inhparent = 'history_hour'::regclass
        AND relname < 'history_hour_' || to_char(today - hour_days, 'YYYYMM'))
  LOOP
    EXECUTE format('DROP TABLE %I', partition.relname);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
--> statement-breakpoint
-- As before, but no day of signals is dropped that has not been rolled up to its end.
CREATE OR REPLACE FUNCTION drop_signal_partitions(keep_days integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  dropped integer := 0;
  kept_from date;
  partition record;
BEGIN
  SELECT least((now() AT TIME ZONE 'UTC')::date - keep_days, (rolled_until AT TIME ZONE 'UTC')::date)
  INTO kept_from FROM history_progress;
  FOR partition IN
    SELECT child.relname FROM pg_inherits
    JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'signal'::regclass AND child.relname ~ '^signal_\d{8}$'
      AND child.relname < 'signal_' || to_char(kept_from, 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE %I', partition.relname);
    dropped := dropped + 1;
  END LOOP;
  DELETE FROM signal_other WHERE received_at < kept_from::timestamp AT TIME ZONE 'UTC';
  RETURN dropped;
END $$;
