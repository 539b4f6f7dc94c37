CREATE TABLE "project_step" (
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"first_seen_at" timestamp(3) with time zone NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "project_step_project_id_name_pk" PRIMARY KEY("project_id","name")
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"name" text PRIMARY KEY NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "watch_paused_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "watch_paused_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "watch_paused_by_name" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "watch_pause_reason" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "watch_resumed_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "released_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "project_state" ADD COLUMN "step_state" text;--> statement-breakpoint
ALTER TABLE "project_step" ADD CONSTRAINT "project_step_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "project_not_watched" ON "project" USING btree ("name","id") WHERE watch_paused_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_deleted_key" ON "project" USING btree ("external_key") WHERE deleted_at is not null;--> statement-breakpoint
INSERT INTO "tag" SELECT DISTINCT unnest("tags"), now() FROM "project" WHERE "deleted_at" IS NULL;--> statement-breakpoint
-- Of steps only the newest is known so far, and of that only what the project is doing.
UPDATE "project_state" SET "step_state" = CASE "state" WHEN 'running' THEN 'running' WHEN 'monitoring' THEN 'monitoring' WHEN 'paused' THEN 'suspended' WHEN 'finished' THEN 'finished' WHEN 'failed' THEN 'failed' WHEN 'interrupted' THEN 'failed' ELSE 'unknown' END WHERE "step" IS NOT NULL;--> statement-breakpoint
INSERT INTO "project_step" SELECT "project_id", "step", "step_state", seen, coalesce("interrupted_since", "paused_since", seen), seen FROM "project_state" CROSS JOIN LATERAL (SELECT coalesce("last_signal_at", now())) AS t (seen) WHERE "step" IS NOT NULL;
