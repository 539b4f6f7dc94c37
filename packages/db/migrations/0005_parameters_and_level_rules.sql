CREATE TABLE "level_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"department_id" uuid,
	"tag" text,
	"level" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "level_rule_of_each" UNIQUE NULLS NOT DISTINCT("department_id","tag"),
	CONSTRAINT "level_rule_says_for_what" CHECK (department_id is not null or tag is not null)
);
--> statement-breakpoint
CREATE TABLE "parameter" (
	"key" text PRIMARY KEY NOT NULL,
	"value" double precision,
	"version" integer NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"changed_by" uuid,
	"changed_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "protection_policy" ADD COLUMN "origin" text DEFAULT 'edit' NOT NULL;--> statement-breakpoint
ALTER TABLE "protection_policy" ADD COLUMN "restored_from" integer;--> statement-breakpoint
ALTER TABLE "level_rule" ADD CONSTRAINT "level_rule_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "level_rule_by_position" ON "level_rule" USING btree ("position");--> statement-breakpoint
ALTER TABLE "protection_policy" ADD CONSTRAINT "protection_policy_names_what_it_restores" CHECK ((origin = 'restore') = (restored_from is not null));