CREATE TABLE "notification_waiting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"alert_id" uuid,
	"channel_id" uuid,
	"test_id" uuid,
	"priority" smallint NOT NULL,
	"next_attempt_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "delivery_attempt" DROP CONSTRAINT "delivery_attempt_notification_id_notification_id_fk";
--> statement-breakpoint
DROP INDEX "notification_due";--> statement-breakpoint
DROP INDEX "notification_test_due";--> statement-breakpoint
DROP INDEX "notification_by_phase";--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "ending" text GENERATED ALWAYS AS (case when state in ('pending', 'sending', 'retrying', 'delivered') then 'usual' else state end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "notification_waiting_of_channel" ON "notification_waiting" USING btree ("channel_id","priority","next_attempt_at");--> statement-breakpoint
CREATE INDEX "notification_waiting_of_test" ON "notification_waiting" USING btree ("test_id") WHERE test_id is not null;--> statement-breakpoint
CREATE INDEX "notification_by_ending" ON "notification" USING btree ("ending","created_at","id");--> statement-breakpoint
ALTER TABLE "notification" DROP COLUMN "phase";--> statement-breakpoint
INSERT INTO "notification_waiting" ("id", "sequence", "alert_id", "channel_id", "test_id", "priority", "next_attempt_at")
SELECT "id", "sequence", "alert_id", "channel_id", "test_id", "priority", coalesce("next_attempt_at", now())
FROM "notification" WHERE "state" IN ('pending', 'retrying');--> statement-breakpoint
CREATE FUNCTION note_written_notifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO notification_waiting (id, sequence, alert_id, channel_id, test_id, priority, next_attempt_at)
  SELECT id, sequence, alert_id, channel_id, test_id, priority, next_attempt_at
  FROM written WHERE state IN ('pending', 'retrying');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER notification_is_written AFTER INSERT ON notification
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_written_notifications();--> statement-breakpoint
CREATE FUNCTION note_moved_notification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.state IN ('pending', 'retrying') THEN
    INSERT INTO notification_waiting (id, sequence, alert_id, channel_id, test_id, priority, next_attempt_at)
    VALUES (new.id, new.sequence, new.alert_id, new.channel_id, new.test_id, new.priority, new.next_attempt_at)
    ON CONFLICT (id) DO UPDATE
    SET priority = excluded.priority, next_attempt_at = excluded.next_attempt_at;
  ELSE
    DELETE FROM notification_waiting WHERE id = new.id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- What a claim takes, from waiting to being sent, it takes out itself: all at once, not row by row.
CREATE TRIGGER notification_is_moved AFTER UPDATE OF state, priority, next_attempt_at ON notification
  FOR EACH ROW WHEN (
    new.state IN ('pending', 'retrying')
      AND (old.state, old.priority, old.next_attempt_at) IS DISTINCT FROM (new.state, new.priority, new.next_attempt_at)
    OR old.state IN ('pending', 'retrying') AND new.state NOT IN ('pending', 'retrying', 'sending'))
  EXECUTE FUNCTION note_moved_notification();
