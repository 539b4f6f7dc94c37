ALTER TABLE "project_state" ADD COLUMN "latency_heard_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "project_state" ADD COLUMN "latency_gap_ms" bigint;