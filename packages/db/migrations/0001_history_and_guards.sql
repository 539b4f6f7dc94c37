-- Half of each page stays free, so that a signal's update finds room beside the old row (HOT).
ALTER TABLE project_state SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
--> statement-breakpoint
ALTER TABLE notification SET (autovacuum_vacuum_scale_factor = 0.02);
--> statement-breakpoint
-- The history of signals: append-only, one partition a day, so that retention drops whole tables.
CREATE TABLE signal (
  project_id uuid NOT NULL,
  signal_id text,
  origin text NOT NULL,
  observed_at timestamp(3) with time zone NOT NULL,
  received_at timestamp(3) with time zone NOT NULL,
  latency_ms bigint,
  position_at timestamp(3) with time zone,
  state text,
  step text,
  message text,
  late boolean NOT NULL
) PARTITION BY RANGE (received_at);
--> statement-breakpoint
CREATE INDEX signal_of_project ON signal (project_id, observed_at);
--> statement-breakpoint
CREATE INDEX signal_by_its_id ON signal (project_id, signal_id) WHERE signal_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE signal_other PARTITION OF signal DEFAULT;
--> statement-breakpoint
CREATE FUNCTION prepare_signal_partitions(days_ahead integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  made integer := 0;
  day date;
  name text;
BEGIN
  FOR offset_days IN 0..days_ahead LOOP
    day := (now() AT TIME ZONE 'UTC')::date + offset_days;
    name := 'signal_' || to_char(day, 'YYYYMMDD');
    IF to_regclass(name) IS NULL AND NOT EXISTS (
      SELECT FROM signal_other
      WHERE received_at >= day::timestamp AT TIME ZONE 'UTC'
        AND received_at < (day + 1)::timestamp AT TIME ZONE 'UTC'
    ) THEN
      EXECUTE format(
        'CREATE TABLE %I PARTITION OF signal FOR VALUES FROM (%L) TO (%L)',
        name, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC'
      );
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END $$;
--> statement-breakpoint
CREATE FUNCTION drop_signal_partitions(keep_days integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  dropped integer := 0;
  oldest text := 'signal_' || to_char((now() AT TIME ZONE 'UTC')::date - keep_days, 'YYYYMMDD');
  partition record;
BEGIN
  FOR partition IN
    SELECT child.relname FROM pg_inherits
    JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'signal'::regclass AND child.relname ~ '^signal_\d{8}$' AND child.relname < oldest
  LOOP
    EXECUTE format('DROP TABLE %I', partition.relname);
    dropped := dropped + 1;
  END LOOP;
  DELETE FROM signal_other WHERE received_at < now() - make_interval(days => keep_days);
  RETURN dropped;
END $$;
--> statement-breakpoint
SELECT prepare_signal_partitions(2);
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alert_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON alert_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER delivery_attempt_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery_attempt
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO installation (id, message_locale, created_at) VALUES (1, 'zh-CN', now());
--> statement-breakpoint
INSERT INTO department (id, name, is_default, default_level, created_at)
VALUES (gen_random_uuid(), 'Default', true, 'low', now());
--> statement-breakpoint
INSERT INTO protection_policy (version, settings, created_at, created_by_name) VALUES (1, '{
  "high": {"latencySeconds": 30, "interruptionSeconds": 30, "frequencyMinutes": 3},
  "medium": {"latencySeconds": 300, "interruptionSeconds": 300, "frequencyMinutes": 3},
  "low": {"latencySeconds": 900, "interruptionSeconds": 900, "frequencyMinutes": 3}
}', now(), 'Highwater');
