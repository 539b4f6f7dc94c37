CREATE TABLE "alert_sending" (
	"alert_id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone
);
--> statement-breakpoint
INSERT INTO "alert_sending" ("alert_id", "status", "opened_at", "closed_at")
SELECT "id", "sending_status", "opened_at", "closed_at" FROM "alert";--> statement-breakpoint
DROP INDEX "alert_to_complete";--> statement-breakpoint
DROP INDEX "alert_by_sending_status";--> statement-breakpoint
ALTER TABLE "alert_sending" ADD CONSTRAINT "alert_sending_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_sending_by_status" ON "alert_sending" USING btree ("status","opened_at","alert_id");--> statement-breakpoint
CREATE INDEX "alert_sending_to_complete" ON "alert_sending" USING btree ("closed_at") WHERE status = 'successful' and closed_at is not null;--> statement-breakpoint
ALTER TABLE "alert" DROP COLUMN "sending_status";