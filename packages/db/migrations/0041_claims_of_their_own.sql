CREATE TABLE "delivery_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"worker" text NOT NULL,
	"lease_until" timestamp(3) with time zone NOT NULL,
	"notification_ids" uuid[] NOT NULL
);
--> statement-breakpoint
INSERT INTO "delivery_claim" ("id", "worker", "lease_until", "notification_ids")
SELECT "lease_token", coalesce("leased_by", ''), "lease_until", array["id"] FROM "notification" WHERE "state" = 'sending';--> statement-breakpoint
DROP INDEX "notification_leased";--> statement-breakpoint
DROP INDEX "notification_by_state";--> statement-breakpoint
DROP INDEX "notification_due";--> statement-breakpoint
DROP INDEX "notification_test_due";--> statement-breakpoint
ALTER TABLE "notification" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "phase" text GENERATED ALWAYS AS (case when state in ('pending', 'sending', 'retrying') then 'open' else state end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "delivery_claim_by_end" ON "delivery_claim" USING btree ("lease_until");--> statement-breakpoint
CREATE INDEX "notification_by_phase" ON "notification" USING btree ("phase","created_at","id");--> statement-breakpoint
CREATE INDEX "notification_due" ON "notification" USING btree ("channel_id","priority","next_attempt_at") WHERE phase = 'open' and channel_id is not null;--> statement-breakpoint
CREATE INDEX "notification_test_due" ON "notification" USING btree ("next_attempt_at") WHERE phase = 'open' and test_id is not null;--> statement-breakpoint
ALTER TABLE "notification" DROP COLUMN "lease_until";--> statement-breakpoint
ALTER TABLE "notification" DROP COLUMN "leased_by";