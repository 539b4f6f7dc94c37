CREATE TABLE "ocp_cluster" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"config" jsonb NOT NULL,
	"sealed_secrets" text NOT NULL,
	"secret_names" text[] NOT NULL,
	"fingerprint" text NOT NULL,
	"tested_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	CONSTRAINT "ocp_cluster_name_length" CHECK (char_length(name) between 3 and 32)
);
--> statement-breakpoint
ALTER TABLE "channel_test" ADD COLUMN "cluster" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "ocp_cluster_name" ON "ocp_cluster" USING btree ("name") WHERE deleted_at is null;