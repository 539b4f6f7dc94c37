ALTER TABLE "department" DROP CONSTRAINT "department_name_unique";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "deleted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "department" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "department" ADD COLUMN "deleted_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "department_name" ON "department" USING btree ("name") WHERE deleted_at is null;