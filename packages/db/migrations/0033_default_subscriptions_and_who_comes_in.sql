DROP INDEX "subscription_default";--> statement-breakpoint
ALTER TABLE "sign_in_policy" ADD COLUMN "without_rule" text DEFAULT 'environment' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_default_of_department" ON "subscription" USING btree ("department_id") WHERE is_default and deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_default" ON "subscription" USING btree ("is_default") WHERE is_default and department_id is null;--> statement-breakpoint
-- What was the first rule is a setting where nobody has come in yet; elsewhere all stays as it was.
UPDATE "sign_in_policy" SET "rules" = '[]' WHERE NOT EXISTS (SELECT FROM "account");--> statement-breakpoint
UPDATE "sign_in_policy" SET "without_rule" = 'nobody' WHERE EXISTS (SELECT FROM "account");
