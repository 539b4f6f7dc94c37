CREATE TABLE "alert_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"department_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "alert_group_member" (
	"group_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "alert_group_member_group_id_channel_id_pk" PRIMARY KEY("group_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "digest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "digest_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subscription_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"why" text NOT NULL,
	"locale" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"department_id" uuid,
	"is_default" boolean DEFAULT false NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"scope" jsonb NOT NULL,
	"levels" jsonb NOT NULL,
	"locale" text,
	"receive_limit" jsonb,
	"recovery_notices" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "subscription_flow" (
	"subscription_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"openings" timestamp(3) with time zone[] NOT NULL,
	"period_start" timestamp(3) with time zone,
	"sent" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "subscription_flow_subscription_id_channel_id_pk" PRIMARY KEY("subscription_id","channel_id")
);
--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "subscriptions" jsonb;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "wake_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "alert_group" ADD CONSTRAINT "alert_group_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_group_member" ADD CONSTRAINT "alert_group_member_group_id_alert_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."alert_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_group_member" ADD CONSTRAINT "alert_group_member_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_subscription_id_subscription_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_flow" ADD CONSTRAINT "subscription_flow_subscription_id_subscription_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_flow" ADD CONSTRAINT "subscription_flow_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_group_name" ON "alert_group" USING btree ("name") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "digest_gathering" ON "digest" USING btree ("subscription_id","channel_id","why") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "digest_due" ON "digest" USING btree ("due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_name" ON "subscription" USING btree ("name") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_default" ON "subscription" USING btree ("is_default") WHERE is_default;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_digest_id_digest_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_of_digest" ON "notification" USING btree ("digest_id") WHERE digest_id is not null;--> statement-breakpoint
CREATE INDEX "notification_wakes" ON "notification" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
-- C17: from the start, every alert of every level goes to every enabled channel without a department.
INSERT INTO subscription (id, name, is_default, scope, levels, created_at)
SELECT gen_random_uuid(), 'Default subscription', true,
	'{"events": [], "departments": [], "tags": [], "projects": [],
		"except": {"events": [], "departments": [], "tags": [], "projects": []}}',
	jsonb_build_object('high', everywhere, 'medium', everywhere, 'low', everywhere), now()
FROM (SELECT '{"allChannels": true, "channels": [], "groups": [], "period": null}'::jsonb) AS target (everywhere);
