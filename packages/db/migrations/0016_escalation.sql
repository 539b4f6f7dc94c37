ALTER TABLE "alert" ADD COLUMN "escalation_from" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "escalated_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "escalation" jsonb DEFAULT '[]'::jsonb NOT NULL;