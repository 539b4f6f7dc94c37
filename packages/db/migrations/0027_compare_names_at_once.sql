-- As it was, but whether anything changed is asked of all rows at once: joined row by row, a bulk
-- change that touches no name took the square of its rows.
CREATE OR REPLACE FUNCTION note_search_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (
      SELECT name, searched_text, tags FROM written
      EXCEPT
      SELECT name, searched_text, tags FROM before
    ) THEN
      RETURN NULL;
    END IF;
  END IF;
  -- In one order for everybody; most find an earlier name noted, and lock nothing.
  INSERT INTO search_start AS known (kind, sought, first_name)
  SELECT kind, sought, min(found.name)
  FROM (
    SELECT 'pair' AS kind, pair AS sought, name
    FROM written CROSS JOIN unnest(search_pairs(searched_text)) AS pair
    UNION ALL
    SELECT 'tag', tag, name FROM written CROSS JOIN unnest(tags) AS tag
  ) AS found
  LEFT JOIN search_start AS noted USING (kind, sought)
  WHERE noted.first_name IS NULL OR found.name < noted.first_name
  GROUP BY kind, sought
  ORDER BY kind, sought
  ON CONFLICT (kind, sought)
    DO UPDATE SET first_name = least(known.first_name, excluded.first_name);
  RETURN NULL;
END $$;
