CREATE TABLE "audit_checkpoint" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"starts_after" bigint NOT NULL,
	"pruned_through" bigint NOT NULL,
	"dropped_through" bigint NOT NULL,
	"positions" jsonb NOT NULL,
	"digest" text NOT NULL,
	"bases" jsonb,
	"seal_key" text,
	"seal" text
);
--> statement-breakpoint
CREATE TABLE "audit_lane" (
	"lane" smallint PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"event_seal" text,
	"seal_key" text,
	"seal" text
);
--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "lane" smallint;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "seal_key" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "seal" text;--> statement-breakpoint
-- Every audited change updates a lane: room on the page keeps those updates cheap (HOT).
ALTER TABLE audit_lane SET (fillfactor = 20);
--> statement-breakpoint
INSERT INTO audit_lane (lane, position) SELECT lane, 0 FROM generate_series(0, 63) AS lane;
--> statement-breakpoint
INSERT INTO audit_checkpoint (number, at, starts_after, pruned_through, dropped_through, positions, digest)
SELECT 0, now(), coalesce(max(id), 0), 0, -1, to_jsonb(array_fill(0, ARRAY[64])), '' FROM audit_event;
--> statement-breakpoint
-- Entries go only when a checkpoint says up to where they are past keeping.
CREATE FUNCTION refuse_early_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest audit_checkpoint;
BEGIN
  SELECT * INTO newest FROM audit_checkpoint ORDER BY number DESC LIMIT 1;
  IF TG_TABLE_NAME = 'audit_event' THEN
    IF OLD.id <= newest.pruned_through THEN RETURN OLD; END IF;
  ELSIF OLD.number <= newest.dropped_through THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
DROP TRIGGER audit_event_is_append_only ON audit_event;
--> statement-breakpoint
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR TRUNCATE ON audit_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_event_stays BEFORE DELETE ON audit_event
FOR EACH ROW EXECUTE FUNCTION refuse_early_deletion();
--> statement-breakpoint
CREATE TRIGGER audit_checkpoint_is_append_only BEFORE UPDATE OR TRUNCATE ON audit_checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_checkpoint_stays BEFORE DELETE ON audit_checkpoint
FOR EACH ROW EXECUTE FUNCTION refuse_early_deletion();
--> statement-breakpoint
CREATE TRIGGER audit_lane_stays BEFORE INSERT OR DELETE OR TRUNCATE ON audit_lane
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
