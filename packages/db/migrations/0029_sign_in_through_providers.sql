CREATE TABLE "identity" (
	"provider" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_sign_in_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "identity_provider_issuer_subject_pk" PRIMARY KEY("provider","issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "session_grant" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"sealed_tokens" text NOT NULL,
	"can_refresh" boolean NOT NULL,
	"check_at" timestamp(3) with time zone NOT NULL,
	"checked_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_policy" (
	"id" smallint PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"environment_links_by_email" boolean DEFAULT false NOT NULL,
	"environment_vouches_for_email" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sign_in_policy_is_one" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "sign_in_provider" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed_secret" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_grant" ADD CONSTRAINT "session_grant_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identity_user" ON "identity" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_grant_provider" ON "session_grant" USING btree ("provider");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_provider_name" ON "sign_in_provider" USING btree ("name") WHERE deleted_at is null;--> statement-breakpoint
-- Whoever the provider of the environment knows may come in as a plain user, who sees no department yet:
-- the operator chose that provider. Every other one lets nobody in until an admin has written a rule.
INSERT INTO "sign_in_policy" ("id", "rules") VALUES (1, '[{"provider":"environment","claim":null,"match":"always","value":"","effect":"admit","role":"user","departments":[]}]');
