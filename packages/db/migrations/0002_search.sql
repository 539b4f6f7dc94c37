-- Pairs of neighbouring characters in lower case: what a search by part of a text looks up. Trigrams
-- would miss the words of Chinese, which are two characters long.
CREATE FUNCTION search_pairs(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(lower(words), start, 2)), '{}')
  FROM generate_series(1, char_length(words) - 1) AS start
$$;
--> statement-breakpoint
DROP INDEX "project_by_level";--> statement-breakpoint
CREATE INDEX "alert_search" ON "alert" USING gin (search_pairs("subject" || ' ' || coalesce("detail", '')));--> statement-breakpoint
CREATE INDEX "audit_event_search" ON "audit_event" USING gin (search_pairs("actor_name" || ' ' || coalesce("target_name", '')));--> statement-breakpoint
CREATE INDEX "project_search" ON "project" USING gin (search_pairs("name" || ' ' || coalesce("external_key", '')));--> statement-breakpoint
CREATE INDEX "project_by_level" ON "project" USING btree ((case level when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end),"name","id");
