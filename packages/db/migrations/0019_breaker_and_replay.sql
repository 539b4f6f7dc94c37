ALTER TABLE "digest" ALTER COLUMN "subscription_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "breaker_opened_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "probe_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "probes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "catch_up_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "degraded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "replayed_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "replayed_by_name" text;