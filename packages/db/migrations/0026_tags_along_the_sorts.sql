DROP INDEX "project_by_name";--> statement-breakpoint
DROP INDEX "project_by_created";--> statement-breakpoint
DROP INDEX "project_by_level";--> statement-breakpoint
CREATE INDEX "project_by_name" ON "project" USING btree ("name","id","searched_text","tags") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_created" ON "project" USING btree ("created_at","id","searched_text","tags") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_level" ON "project" USING btree ("level_rank","name","id","searched_text","tags") WHERE deleted_at is null;