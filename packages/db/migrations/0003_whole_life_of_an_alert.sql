CREATE TABLE "host" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"is_own" boolean DEFAULT false NOT NULL,
	"cpu" double precision,
	"memory" double precision,
	"disk" double precision,
	"first_seen_at" timestamp(3) with time zone NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"over_limit_since" timestamp(3) with time zone,
	"due_at" timestamp(3) with time zone,
	"deleted_at" timestamp(3) with time zone
);
--> statement-breakpoint
DROP INDEX "alert_open_of_project";--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "host_id" uuid;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "channel_id" uuid;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "snoozed_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "snoozed_by_name" text;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "assignee_name" text;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "escalation_step" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "escalates_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "turned_at" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "flapping_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "detected_late_ms" bigint;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "completes_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "closed_by_name" text;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "close_note" text;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "reason_detail" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "host_name" ON "host" USING btree ("name") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "host_due" ON "host" USING btree ("due_at") WHERE due_at is not null and deleted_at is null;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_host_id_host_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."host"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_of_host" ON "alert" USING btree ("host_id","event") WHERE closed_at is null and host_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_of_channel" ON "alert" USING btree ("channel_id","event") WHERE closed_at is null and channel_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_of_installation" ON "alert" USING btree ("event") WHERE closed_at is null and project_id is null and source_id is null and host_id is null and channel_id is null;--> statement-breakpoint
CREATE INDEX "alert_escalates" ON "alert" USING btree ("escalates_at") WHERE escalates_at is not null;--> statement-breakpoint
CREATE INDEX "alert_completes" ON "alert" USING btree ("completes_at") WHERE completes_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_of_project" ON "alert" USING btree ("project_id","event") WHERE closed_at is null and project_id is not null;