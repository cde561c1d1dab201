-- A local authority that is not a municipality: its type. Its name stands in
-- name, and nis is the municipality where it has its seat.
ALTER TABLE town ADD COLUMN authority TEXT;

-- An answer to look at again after its assessment moved to another edition: why.
ALTER TABLE answer ADD COLUMN review TEXT;

-- Projection: the figures that were found for indicators. The id is
-- assessment/indicator. A row without a value was taken back.
CREATE TABLE measurement (
  id         TEXT PRIMARY KEY,
  assessment TEXT NOT NULL REFERENCES assessment (id),
  indicator  TEXT NOT NULL,
  value      REAL,                       -- in the indicator's unit; 1 and 0 for yes and no
  note       TEXT,                       -- where it comes from
  finding    TEXT,                       -- JSON: what an instrument found
  edition    TEXT                        -- of the catalogue by which it was measured
) STRICT, WITHOUT ROWID;
CREATE INDEX measurement_assessment ON measurement (assessment);
