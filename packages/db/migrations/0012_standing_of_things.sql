ALTER TABLE "alert" ADD COLUMN "particulars" jsonb;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "failing_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "due_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "cycle_run" ADD COLUMN "succeeded_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "host" ADD COLUMN "stopped_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "leased_by" text;--> statement-breakpoint
ALTER TABLE "project_state" ADD COLUMN "clock_marks" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_state" ADD COLUMN "advancing_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "project_state" ADD COLUMN "advanced_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "leased_by" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "clock_marks" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "channel_due" ON "channel" USING btree ("due_at") WHERE due_at is not null;