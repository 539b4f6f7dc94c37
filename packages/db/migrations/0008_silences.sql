CREATE TABLE "silence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"remark" text,
	"department_id" uuid,
	"project_ids" uuid[] DEFAULT '{}' NOT NULL,
	"department_ids" uuid[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"events" text[] DEFAULT '{}' NOT NULL,
	"levels" text[] DEFAULT '{}' NOT NULL,
	"except_project_ids" uuid[] DEFAULT '{}' NOT NULL,
	"schedule" jsonb NOT NULL,
	"span_from" timestamp(3) with time zone,
	"span_until" timestamp(3) with time zone,
	"remind_at" timestamp(3) with time zone,
	"next_change_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"end_reason" text,
	"ended_by_name" text,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "silence_hold" (
	"alert_id" uuid NOT NULL,
	"silence_id" uuid NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"times" integer NOT NULL,
	"release_at" timestamp(3) with time zone,
	"released_at" timestamp(3) with time zone,
	CONSTRAINT "silence_hold_alert_id_silence_id_pk" PRIMARY KEY("alert_id","silence_id")
);
--> statement-breakpoint
ALTER TABLE "silence" ADD CONSTRAINT "silence_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence" ADD CONSTRAINT "silence_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_hold" ADD CONSTRAINT "silence_hold_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_hold" ADD CONSTRAINT "silence_hold_silence_id_silence_id_fk" FOREIGN KEY ("silence_id") REFERENCES "public"."silence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "silence_due" ON "silence" USING btree ("next_change_at") WHERE next_change_at is not null;--> statement-breakpoint
CREATE INDEX "silence_by_created" ON "silence" USING btree ("created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "silence_search" ON "silence" USING gin (search_pairs("name" || ' ' || coalesce("remark", '')));--> statement-breakpoint
CREATE INDEX "silence_hold_of_silence" ON "silence_hold" USING btree ("silence_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "silence_hold_due" ON "silence_hold" USING btree ("release_at") WHERE release_at is not null and released_at is null;