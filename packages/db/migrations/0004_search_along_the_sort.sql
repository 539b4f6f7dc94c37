DROP INDEX "project_by_name";--> statement-breakpoint
DROP INDEX "project_by_level";--> statement-breakpoint
DROP INDEX "project_search";--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "level_rank" smallint GENERATED ALWAYS AS (case level when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "searched_text" text GENERATED ALWAYS AS (lower(name || ' ' || coalesce(external_key, ''))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "project_by_name" ON "project" USING btree ("name","id","searched_text") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_level" ON "project" USING btree ("level_rank","name","id","searched_text") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_search" ON "project" USING gin (search_pairs("searched_text"));