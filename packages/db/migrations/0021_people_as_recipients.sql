CREATE TABLE "project_maintainer" (
	"project_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "project_maintainer_project_id_user_id_pk" PRIMARY KEY("project_id","user_id")
);
--> statement-breakpoint
DROP INDEX "channel_name";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "mobile" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "dingtalk_user_id" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "feishu_open_id" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "wecom_user_id" text;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "department" ADD COLUMN "on_call" jsonb;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "mail_channel_id" uuid;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "mention" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "project_maintainer" ADD CONSTRAINT "project_maintainer_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_maintainer" ADD CONSTRAINT "project_maintainer_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "project_maintainer_user" ON "project_maintainer" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_person_id_account_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_mail_channel_id_channel_id_fk" FOREIGN KEY ("mail_channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_of_person" ON "channel" USING btree ("person_id","kind") WHERE person_id is not null and deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_name" ON "channel" USING btree ("name") WHERE deleted_at is null and person_id is null;--> statement-breakpoint
UPDATE subscription SET
	levels = (
		SELECT jsonb_object_agg(level, CASE WHEN jsonb_typeof(targets) = 'object'
			THEN targets || '{"people": []}' ELSE targets END)
		FROM jsonb_each(levels) AS t (level, targets)
	),
	escalation = (
		SELECT coalesce(jsonb_agg(step || '{"people": []}' ORDER BY position), '[]')
		FROM jsonb_array_elements(escalation) WITH ORDINALITY AS t (step, position)
	);
