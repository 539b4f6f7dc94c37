CREATE TABLE "project_tag" (
	"project_id" uuid NOT NULL,
	"tag" text NOT NULL,
	"name" text NOT NULL,
	"level_rank" smallint NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "project_tag_project_id_tag_pk" PRIMARY KEY("project_id","tag")
);
--> statement-breakpoint
ALTER TABLE "project_tag" ADD CONSTRAINT "project_tag_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "project_tag_by_name" ON "project_tag" USING btree ("tag","name","project_id");--> statement-breakpoint
CREATE INDEX "project_tag_by_level" ON "project_tag" USING btree ("tag","level_rank","name","project_id");--> statement-breakpoint
CREATE INDEX "project_tag_by_created" ON "project_tag" USING btree ("tag","created_at","project_id");--> statement-breakpoint
CREATE FUNCTION keep_project_tags() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    changed := ARRAY(SELECT id FROM written WHERE tags <> '{}');
  ELSE
    -- Of all rows at once: most changes of projects touch nothing that lists of a tag are sorted by.
    changed := ARRAY(SELECT id FROM (
      SELECT id, tags, name, level_rank, created_at, deleted_at FROM written
      EXCEPT
      SELECT id, tags, name, level_rank, created_at, deleted_at FROM before) AS differing);
    DELETE FROM project_tag WHERE project_id = ANY (changed);
  END IF;
  INSERT INTO project_tag (project_id, tag, name, level_rank, created_at)
  SELECT id, tag, name, level_rank, created_at FROM written CROSS JOIN unnest(tags) AS tag
  WHERE deleted_at IS NULL AND id = ANY (changed)
  ON CONFLICT (project_id, tag) DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_insert_keeps_tags AFTER INSERT ON project
REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_project_tags();
--> statement-breakpoint
CREATE TRIGGER project_update_keeps_tags AFTER UPDATE ON project
REFERENCING OLD TABLE AS before NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION keep_project_tags();
--> statement-breakpoint
INSERT INTO project_tag (project_id, tag, name, level_rank, created_at)
SELECT id, tag, name, level_rank, created_at FROM project CROSS JOIN unnest(tags) AS tag
WHERE deleted_at IS NULL
ON CONFLICT (project_id, tag) DO NOTHING;
