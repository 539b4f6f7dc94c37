CREATE TABLE "gap_search" (
	"alert_id" uuid PRIMARY KEY NOT NULL,
	"gap_from" timestamp(3) with time zone NOT NULL,
	"gap_to" timestamp(3) with time zone NOT NULL,
	"searched_up_to" uuid,
	"finished_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "digest" ADD COLUMN "gap_alert_id" uuid;--> statement-breakpoint
ALTER TABLE "gap_search" ADD CONSTRAINT "gap_search_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gap_search_unfinished" ON "gap_search" USING btree ("gap_to") WHERE finished_at is null;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_gap_alert_id_alert_id_fk" FOREIGN KEY ("gap_alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;