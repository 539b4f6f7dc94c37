DROP INDEX "alert_completes";--> statement-breakpoint
CREATE INDEX "alert_to_complete" ON "alert" USING btree ("closed_at") WHERE sending_status = 'successful' and closed_at is not null;--> statement-breakpoint
ALTER TABLE "alert" DROP COLUMN "completes_at";