CREATE TABLE "channel_kind_switch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"department_id" uuid,
	"note" text NOT NULL,
	"switched_off_at" timestamp(3) with time zone NOT NULL,
	"switched_off_by" uuid,
	"switched_off_by_name" text NOT NULL,
	CONSTRAINT "channel_kind_switch_of_each" UNIQUE NULLS NOT DISTINCT("kind","department_id")
);
--> statement-breakpoint
CREATE TABLE "message_template" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"channel_id" uuid,
	"version" integer NOT NULL,
	"content" jsonb,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "message_template_of_each" UNIQUE NULLS NOT DISTINCT("channel_id","kind","locale")
);
--> statement-breakpoint
CREATE TABLE "message_template_version" (
	"template_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"origin" text NOT NULL,
	"restored_from" integer,
	CONSTRAINT "message_template_version_template_id_version_pk" PRIMARY KEY("template_id","version")
);
--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "kind_allowed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_test" ADD COLUMN "trace" jsonb;--> statement-breakpoint
ALTER TABLE "channel_kind_switch" ADD CONSTRAINT "channel_kind_switch_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_kind_switch" ADD CONSTRAINT "channel_kind_switch_switched_off_by_account_id_fk" FOREIGN KEY ("switched_off_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_template" ADD CONSTRAINT "message_template_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_template_version" ADD CONSTRAINT "message_template_version_template_id_message_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."message_template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_template_version" ADD CONSTRAINT "message_template_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;