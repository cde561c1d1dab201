-- What is assessed may be an aid, which its supplier assesses like a service (strategy 3.2).
ALTER TABLE service ADD COLUMN kind TEXT;          -- 'aid'; null for a service
ALTER TABLE service ADD COLUMN catalogue_aid TEXT; -- the catalogue's id of the aid that it is
ALTER TABLE service ADD COLUMN opens_up INTEGER;   -- number of services that the aid opens up

-- Projection: what a service builds on (strategy 6.4.3). The id is
-- service/target, where the target is aid:<id of the catalogue> or service:<id>.
CREATE TABLE builds_on (
  id      TEXT PRIMARY KEY,
  service TEXT NOT NULL REFERENCES service (id),
  target  TEXT NOT NULL,
  holds   INTEGER                        -- 1: it does; null: taken back
) STRICT, WITHOUT ROWID;
CREATE INDEX builds_on_service ON builds_on (service);

ALTER TABLE assessment ADD COLUMN previous TEXT;   -- the assessment whose answers are proposed again
ALTER TABLE assessment ADD COLUMN stage TEXT;      -- proposed, reviewed, adopted; null: being filled in
ALTER TABLE assessment ADD COLUMN stage_note TEXT; -- what the reviewer said
ALTER TABLE assessment ADD COLUMN stage_saw TEXT;  -- JSON: what was said when the stage was reached, by criterion, as a hash
ALTER TABLE assessment ADD COLUMN reviewer TEXT;   -- role of who is asked to review
ALTER TABLE assessment ADD COLUMN adopted_on TEXT; -- date of the executive's decision, 2026-11-30
ALTER TABLE assessment ADD COLUMN decision TEXT;   -- number of that decision
ALTER TABLE assessment ADD COLUMN cover TEXT;      -- what the notification says first, in the town's own words
ALTER TABLE assessment ADD COLUMN correction TEXT; -- why it is handed in again

-- Projection: answers to the scope questions. The id is assessment/question.
CREATE TABLE scope (
  id         TEXT PRIMARY KEY,
  assessment TEXT NOT NULL REFERENCES assessment (id),
  question   TEXT NOT NULL,
  answer     TEXT                        -- yes, no
) STRICT, WITHOUT ROWID;
CREATE INDEX scope_assessment ON scope (assessment);

ALTER TABLE answer ADD COLUMN judge TEXT;    -- users: only they can tell; outside: not in our hands; null: we can
ALTER TABLE answer ADD COLUMN control TEXT;  -- in whose hands it is
ALTER TABLE answer ADD COLUMN discuss INTEGER; -- 1: in doubt, to discuss
ALTER TABLE answer ADD COLUMN assignee TEXT; -- role or colleague that it is assigned to

-- Projection: evidence for an answer. A file's bytes stand beside the
-- database, named by their hash; a link has no hash.
CREATE TABLE evidence (
  id         TEXT PRIMARY KEY,
  assessment TEXT REFERENCES assessment (id),
  criterion  TEXT,
  name       TEXT,                       -- of the file, without a path; what a link is called
  hash       TEXT,                       -- SHA-256 of the file, hexadecimal
  size       INTEGER,                    -- bytes
  media      TEXT,                       -- media type, as it was recognised
  link       TEXT,                       -- http or https
  removed    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_assessment ON evidence (assessment);
CREATE INDEX evidence_hash ON evidence (hash);

-- Projection: comments on an answer.
CREATE TABLE comment (
  id         TEXT PRIMARY KEY,
  assessment TEXT REFERENCES assessment (id),
  criterion  TEXT,
  text       TEXT,
  settled    INTEGER,                    -- 1: settled; null: open
  removed    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_assessment ON comment (assessment);

-- Projection: improvement actions of the town.
CREATE TABLE improvement_action (
  id              TEXT PRIMARY KEY,
  service         TEXT REFERENCES service (id),
  assessment      TEXT,                  -- from which it came
  criteria        TEXT,                  -- JSON list of codes
  title           TEXT,
  note            TEXT,
  owner           TEXT,                  -- role or department
  due             TEXT,                  -- date, 2027-03-31
  effort          TEXT,                  -- small, medium, large
  budget          TEXT,                  -- band of strategy 5: low, medium, high, project
  aid             TEXT,                  -- the catalogue's id of an aid that is used
  status          TEXT,                  -- to_start, running, done, dropped
  strategy_action INTEGER,               -- number of the strategy's action that it carries out
  plan            TEXT,                  -- where it stands in the town's own multi-year plan
  still_unmet     TEXT,                  -- JSON list of codes: looked at after it was done, and not met even so
  removed         INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX improvement_action_service ON improvement_action (service);

-- Projection: assessments and benchmarks of others, to compare with. The id is the hash of the file.
CREATE TABLE reference (
  id        TEXT PRIMARY KEY,
  file_name TEXT,
  added_at  TEXT,                        -- RFC 3339, UTC
  content   TEXT,                        -- the exact text of the file
  removed   INTEGER
) STRICT, WITHOUT ROWID;
