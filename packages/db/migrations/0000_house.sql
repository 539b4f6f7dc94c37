CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp(3) with time zone,
	"disabled_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "alert_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"scope" text NOT NULL,
	"event" text NOT NULL,
	"condition" text,
	"severity" text NOT NULL,
	"project_id" uuid,
	"source_id" uuid,
	"department_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"fires_at" timestamp(3) with time zone,
	"fired_at" timestamp(3) with time zone,
	"recovering_since" timestamp(3) with time zone,
	"resolves_at" timestamp(3) with time zone,
	"next_notify_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"close_reason" text,
	"observed_ms" bigint,
	"threshold_ms" bigint NOT NULL,
	"peak_ms" bigint,
	"repeats" integer DEFAULT 0 NOT NULL,
	"reopened" integer DEFAULT 0 NOT NULL,
	"stale" boolean DEFAULT false NOT NULL,
	"detail" text,
	"acknowledged_by" uuid,
	"acknowledged_by_name" text,
	"acknowledged_at" timestamp(3) with time zone,
	"acknowledged_until" timestamp(3) with time zone,
	"assignee_id" uuid,
	"sending_status" text NOT NULL,
	"policy_version" integer
);
--> statement-breakpoint
CREATE TABLE "alert_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"type" text NOT NULL,
	"reason" text,
	"observed_ms" bigint,
	"threshold_ms" bigint,
	"level" text,
	"policy_version" integer,
	"actor_id" uuid,
	"actor_name" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"department_id" uuid,
	"user_id" uuid,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"last_used_at" timestamp(3) with time zone,
	CONSTRAINT "api_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"actor_role" text,
	"department_id" uuid,
	"target" text NOT NULL,
	"target_id" text,
	"target_name" text,
	"operation" text NOT NULL,
	"action" text NOT NULL,
	"risk" text NOT NULL,
	"result" text NOT NULL,
	"reason" text,
	"ip" text,
	"user_agent" text,
	"request_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"config" jsonb NOT NULL,
	"sealed_secrets" text NOT NULL,
	"secret_names" text[] NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"department_id" uuid,
	"fallback_channel_id" uuid,
	"aggregation" jsonb,
	"budget_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"tested_at" timestamp(3) with time zone,
	"health" text DEFAULT 'untried' NOT NULL,
	"health_reason" text,
	"last_delivered_at" timestamp(3) with time zone,
	"last_failed_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	CONSTRAINT "channel_name_length" CHECK (char_length(name) between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "channel_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"sent_at" timestamp(3) with time zone[] NOT NULL,
	"blocked_until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "channel_test" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid,
	"channel_name" text NOT NULL,
	"kind" text NOT NULL,
	"config" jsonb NOT NULL,
	"sealed_secrets" text NOT NULL,
	"fingerprint" text NOT NULL,
	"budget_key" text NOT NULL,
	"requested_by" uuid,
	"requested_by_name" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"delivered_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "cycle_run" (
	"name" text PRIMARY KEY NOT NULL,
	"worker" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"duration_ms" bigint NOT NULL,
	"taken" integer NOT NULL,
	"report" jsonb NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "delivery_attempt" (
	"notification_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"worker" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"duration_ms" integer,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"http_status" integer,
	"provider_code" text,
	"provider_message" text,
	"refused" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "delivery_attempt_notification_id_number_pk" PRIMARY KEY("notification_id","number")
);
--> statement-breakpoint
CREATE TABLE "department" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"default_level" text DEFAULT 'low' NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "department_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" smallint PRIMARY KEY NOT NULL,
	"message_locale" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "installation_is_one" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"user_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "membership_user_id_department_id_pk" PRIMARY KEY("user_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "notification_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" uuid,
	"channel_id" uuid,
	"test_id" uuid,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"message" jsonb,
	"locale" text NOT NULL,
	"priority" smallint NOT NULL,
	"next_attempt_at" timestamp(3) with time zone,
	"deadline" timestamp(3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_token" uuid,
	"lease_until" timestamp(3) with time zone,
	"may_be_duplicate" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"settled_at" timestamp(3) with time zone,
	"dedupe_key" text NOT NULL,
	CONSTRAINT "notification_dedupeKey_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"external_key" text,
	"department_id" uuid NOT NULL,
	"owner_id" uuid,
	"level" text NOT NULL,
	"source_type" text,
	"target_type" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"expected_interval_seconds" double precision,
	"alert_before_catch_up" boolean DEFAULT false NOT NULL,
	"ping_token" text NOT NULL,
	"source_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	CONSTRAINT "project_pingToken_unique" UNIQUE("ping_token")
);
--> statement-breakpoint
CREATE TABLE "project_state" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"incremental" boolean NOT NULL,
	"step" text,
	"latency_ms" bigint,
	"position_at" timestamp(3) with time zone,
	"latency_observed_at" timestamp(3) with time zone,
	"caught_up_at" timestamp(3) with time zone,
	"interrupted_since" timestamp(3) with time zone,
	"paused_since" timestamp(3) with time zone,
	"resumed_at" timestamp(3) with time zone,
	"last_signal_at" timestamp(3) with time zone,
	"usual_interval_ms" bigint,
	"message" text,
	"clock_ahead_ms" bigint,
	"pushed_watermark" timestamp(3) with time zone,
	"collected_watermark" timestamp(3) with time zone,
	"open_alerts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp(3) with time zone,
	"evaluated_at" timestamp(3) with time zone,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protection_policy" (
	"version" integer PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	CONSTRAINT "protection_policy_in_range" CHECK (coalesce((settings->'high'->>'frequencyMinutes')::int between 1 and 600, false) and coalesce((settings->'high'->>'latencySeconds')::int between 1 and 300, false) and coalesce(coalesce((settings->'high'->'overrides'->'migration'->>'latencySeconds')::int, (settings->'high'->>'latencySeconds')::int) between 1 and 300, false) and coalesce(coalesce((settings->'high'->'overrides'->'synchronization'->>'latencySeconds')::int, (settings->'high'->>'latencySeconds')::int) between 1 and 300, false) and coalesce((settings->'high'->>'interruptionSeconds')::int between 1 and 300, false) and coalesce(coalesce((settings->'high'->'overrides'->'migration'->>'interruptionSeconds')::int, (settings->'high'->>'interruptionSeconds')::int) between 1 and 300, false) and coalesce(coalesce((settings->'high'->'overrides'->'synchronization'->>'interruptionSeconds')::int, (settings->'high'->>'interruptionSeconds')::int) between 1 and 300, false) and coalesce((settings->'medium'->>'frequencyMinutes')::int between 1 and 600, false) and coalesce((settings->'medium'->>'latencySeconds')::int between 30 and 600, false) and coalesce((settings->'medium'->>'latencySeconds')::int >= (settings->'high'->>'latencySeconds')::int, false) and coalesce(coalesce((settings->'medium'->'overrides'->'migration'->>'latencySeconds')::int, (settings->'medium'->>'latencySeconds')::int) between 30 and 600, false) and coalesce(coalesce((settings->'medium'->'overrides'->'migration'->>'latencySeconds')::int, (settings->'medium'->>'latencySeconds')::int) >= coalesce((settings->'high'->'overrides'->'migration'->>'latencySeconds')::int, (settings->'high'->>'latencySeconds')::int), false) and coalesce(coalesce((settings->'medium'->'overrides'->'synchronization'->>'latencySeconds')::int, (settings->'medium'->>'latencySeconds')::int) between 30 and 600, false) and coalesce(coalesce((settings->'medium'->'overrides'->'synchronization'->>'latencySeconds')::int, (settings->'medium'->>'latencySeconds')::int) >= coalesce((settings->'high'->'overrides'->'synchronization'->>'latencySeconds')::int, (settings->'high'->>'latencySeconds')::int), false) and coalesce((settings->'medium'->>'interruptionSeconds')::int between 30 and 600, false) and coalesce((settings->'medium'->>'interruptionSeconds')::int >= (settings->'high'->>'interruptionSeconds')::int, false) and coalesce(coalesce((settings->'medium'->'overrides'->'migration'->>'interruptionSeconds')::int, (settings->'medium'->>'interruptionSeconds')::int) between 30 and 600, false) and coalesce(coalesce((settings->'medium'->'overrides'->'migration'->>'interruptionSeconds')::int, (settings->'medium'->>'interruptionSeconds')::int) >= coalesce((settings->'high'->'overrides'->'migration'->>'interruptionSeconds')::int, (settings->'high'->>'interruptionSeconds')::int), false) and coalesce(coalesce((settings->'medium'->'overrides'->'synchronization'->>'interruptionSeconds')::int, (settings->'medium'->>'interruptionSeconds')::int) between 30 and 600, false) and coalesce(coalesce((settings->'medium'->'overrides'->'synchronization'->>'interruptionSeconds')::int, (settings->'medium'->>'interruptionSeconds')::int) >= coalesce((settings->'high'->'overrides'->'synchronization'->>'interruptionSeconds')::int, (settings->'high'->>'interruptionSeconds')::int), false) and coalesce((settings->'low'->>'frequencyMinutes')::int between 1 and 600, false) and coalesce((settings->'low'->>'latencySeconds')::int between 300 and 10800, false) and coalesce((settings->'low'->>'latencySeconds')::int >= (settings->'medium'->>'latencySeconds')::int, false) and coalesce(coalesce((settings->'low'->'overrides'->'migration'->>'latencySeconds')::int, (settings->'low'->>'latencySeconds')::int) between 300 and 10800, false) and coalesce(coalesce((settings->'low'->'overrides'->'migration'->>'latencySeconds')::int, (settings->'low'->>'latencySeconds')::int) >= coalesce((settings->'medium'->'overrides'->'migration'->>'latencySeconds')::int, (settings->'medium'->>'latencySeconds')::int), false) and coalesce(coalesce((settings->'low'->'overrides'->'synchronization'->>'latencySeconds')::int, (settings->'low'->>'latencySeconds')::int) between 300 and 10800, false) and coalesce(coalesce((settings->'low'->'overrides'->'synchronization'->>'latencySeconds')::int, (settings->'low'->>'latencySeconds')::int) >= coalesce((settings->'medium'->'overrides'->'synchronization'->>'latencySeconds')::int, (settings->'medium'->>'latencySeconds')::int), false) and coalesce((settings->'low'->>'interruptionSeconds')::int between 300 and 10800, false) and coalesce((settings->'low'->>'interruptionSeconds')::int >= (settings->'medium'->>'interruptionSeconds')::int, false) and coalesce(coalesce((settings->'low'->'overrides'->'migration'->>'interruptionSeconds')::int, (settings->'low'->>'interruptionSeconds')::int) between 300 and 10800, false) and coalesce(coalesce((settings->'low'->'overrides'->'migration'->>'interruptionSeconds')::int, (settings->'low'->>'interruptionSeconds')::int) >= coalesce((settings->'medium'->'overrides'->'migration'->>'interruptionSeconds')::int, (settings->'medium'->>'interruptionSeconds')::int), false) and coalesce(coalesce((settings->'low'->'overrides'->'synchronization'->>'interruptionSeconds')::int, (settings->'low'->>'interruptionSeconds')::int) between 300 and 10800, false) and coalesce(coalesce((settings->'low'->'overrides'->'synchronization'->>'interruptionSeconds')::int, (settings->'low'->>'interruptionSeconds')::int) >= coalesce((settings->'medium'->'overrides'->'synchronization'->>'interruptionSeconds')::int, (settings->'medium'->>'interruptionSeconds')::int), false))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"ip" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"config" jsonb NOT NULL,
	"sealed_secrets" text NOT NULL,
	"department_id" uuid NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"interval_seconds" integer DEFAULT 10 NOT NULL,
	"next_collect_at" timestamp(3) with time zone,
	"lease_until" timestamp(3) with time zone,
	"last_collected_at" timestamp(3) with time zone,
	"failing_since" timestamp(3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"memory" jsonb,
	"clock_ahead_ms" bigint,
	"last_failure" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "worker" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_acknowledged_by_account_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_assignee_id_account_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_fallback_channel_id_channel_id_fk" FOREIGN KEY ("fallback_channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_notification_id_notification_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notification"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_test_id_channel_test_id_fk" FOREIGN KEY ("test_id") REFERENCES "public"."channel_test"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_owner_id_account_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_state" ADD CONSTRAINT "project_state_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_of_project" ON "alert" USING btree ("project_id","condition") WHERE closed_at is null and project_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_of_source" ON "alert" USING btree ("source_id","event") WHERE closed_at is null and source_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_number" ON "alert" USING btree ("number");--> statement-breakpoint
CREATE INDEX "alert_open" ON "alert" USING btree ("opened_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "alert_newest" ON "alert" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "alert_by_opened" ON "alert" USING btree ("scope","opened_at","id");--> statement-breakpoint
CREATE INDEX "alert_of_project" ON "alert" USING btree ("project_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "alert_by_event" ON "alert" USING btree ("event","opened_at","id");--> statement-breakpoint
CREATE INDEX "alert_by_level" ON "alert" USING btree ("level","opened_at","id");--> statement-breakpoint
CREATE INDEX "alert_by_sending_status" ON "alert" USING btree ("sending_status","opened_at","id");--> statement-breakpoint
CREATE INDEX "alert_by_department" ON "alert" USING btree ("department_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "alert_event_of_alert" ON "alert_event" USING btree ("alert_id","id");--> statement-breakpoint
CREATE INDEX "audit_event_by_target" ON "audit_event" USING btree ("target","target_id","id");--> statement-breakpoint
CREATE INDEX "audit_event_of_target" ON "audit_event" USING btree ("target","id");--> statement-breakpoint
CREATE INDEX "audit_event_by_actor" ON "audit_event" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_event_by_operation" ON "audit_event" USING btree ("operation","id");--> statement-breakpoint
CREATE INDEX "audit_event_refused" ON "audit_event" USING btree ("id") WHERE result = 'refused';--> statement-breakpoint
CREATE INDEX "audit_event_by_time" ON "audit_event" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "channel_name" ON "channel" USING btree ("name") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "department_default" ON "department" USING btree ("is_default") WHERE "department"."is_default";--> statement-breakpoint
CREATE INDEX "notification_due" ON "notification" USING btree ("channel_id","priority","next_attempt_at") WHERE state in ('pending', 'retrying') and channel_id is not null;--> statement-breakpoint
CREATE INDEX "notification_test_due" ON "notification" USING btree ("next_attempt_at") WHERE state in ('pending', 'retrying') and test_id is not null;--> statement-breakpoint
CREATE INDEX "notification_leased" ON "notification" USING btree ("lease_until") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "notification_of_alert" ON "notification" USING btree ("alert_id","channel_id","sequence");--> statement-breakpoint
CREATE INDEX "notification_by_created" ON "notification" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "notification_by_state" ON "notification" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "notification_of_channel" ON "notification" USING btree ("channel_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notification_of_test" ON "notification" USING btree ("test_id") WHERE test_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "project_external_key" ON "project" USING btree ("external_key") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_name" ON "project" USING btree ("name","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_created" ON "project" USING btree ("created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_kind" ON "project" USING btree ("kind","name","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_level" ON "project" USING btree ((case level when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end),"name","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_department" ON "project" USING btree ("department_id","name","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_owner" ON "project" USING btree ("owner_id","name","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_source" ON "project" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "project_by_tag" ON "project" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "project_state_due" ON "project_state" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "project_state_by_state" ON "project_state" USING btree ("state");--> statement-breakpoint
CREATE INDEX "project_state_alerting" ON "project_state" USING btree ("open_alerts") WHERE open_alerts > 0;--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_name" ON "source" USING btree ("name") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "source_due" ON "source" USING btree ("next_collect_at") WHERE enabled and deleted_at is null;