DROP INDEX "digest_gathering";--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "monthly_quota" integer;--> statement-breakpoint
ALTER TABLE "channel_bucket" ADD COLUMN "opens_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "channel_bucket" ADD COLUMN "opens_for_all_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "channel_bucket" ADD COLUMN "month_start" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "channel_bucket" ADD COLUMN "month_sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "digest" ADD COLUMN "group_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "digest" ADD COLUMN "group" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "digest_gathering_group" ON "digest" USING btree ("channel_id","why","group_key") WHERE closed_at is null and subscription_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "digest_gathering" ON "digest" USING btree ("subscription_id","channel_id","why") WHERE closed_at is null and subscription_id is not null;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_monthly_quota" CHECK (monthly_quota > 0);