-- The journal. A row is one change to one field, and is never updated or deleted.
CREATE TABLE operation (
  sequence INTEGER PRIMARY KEY,          -- order of arrival on this device
  id       TEXT    NOT NULL UNIQUE,      -- random, 26 base32 characters
  device   TEXT    NOT NULL,             -- fingerprint of the device's key
  user     TEXT    NOT NULL,             -- role of the user, may be empty
  clock    INTEGER NOT NULL,             -- hybrid logical clock: milliseconds since 1970 << 16 | counter
  change   TEXT    NOT NULL,             -- the user's action that it belongs to
  undoes   TEXT    NOT NULL DEFAULT '',  -- the change that this one takes back
  kind     TEXT    NOT NULL,
  object   TEXT    NOT NULL,
  field    TEXT    NOT NULL,
  value    TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;
CREATE INDEX operation_field ON operation (kind, object, field);
CREATE INDEX operation_change ON operation (change);
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes <> '';

-- Which operations an operation replaces. No foreign key on the replaced one:
-- it may arrive later, from another laptop.
CREATE TABLE supersession (
  operation  TEXT NOT NULL REFERENCES operation (id),
  superseded TEXT NOT NULL,
  PRIMARY KEY (operation, superseded)
) STRICT, WITHOUT ROWID;
CREATE INDEX supersession_superseded ON supersession (superseded);

-- Projection: the surviving operations of each field. One is the value, several are a conflict.
CREATE TABLE survivor (
  operation TEXT PRIMARY KEY REFERENCES operation (id),
  kind      TEXT NOT NULL,
  object    TEXT NOT NULL,
  field     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX survivor_field ON survivor (kind, object, field);

-- Projection: the town that works with this data. One row, id 'town'.
CREATE TABLE town (
  id                TEXT PRIMARY KEY,
  nis               TEXT,                -- NIS code of the municipality
  name              TEXT,                -- only for fictional towns, which have no NIS code
  fictional         INTEGER,             -- 1: sample data
  server_url        TEXT,
  server_user       TEXT,
  working_group_key TEXT                 -- public key that receipts must be signed with
) STRICT, WITHOUT ROWID;

-- Projection: what a device's user prefers. The id is the device.
CREATE TABLE preference (
  id       TEXT PRIMARY KEY,
  language TEXT,
  theme    TEXT,
  role     TEXT                          -- the user's own role, signs what is saved
) STRICT, WITHOUT ROWID;

-- Projection: the register of services.
CREATE TABLE service (
  id          TEXT PRIMARY KEY,
  name        TEXT,
  audience    TEXT,
  budget_euro INTEGER,
  users       INTEGER,
  development TEXT,
  planned     TEXT,                      -- month, 2027-03
  owner_role  TEXT,
  removed     INTEGER
) STRICT, WITHOUT ROWID;

-- Projection: assessments.
CREATE TABLE assessment (
  id         TEXT PRIMARY KEY,
  service    TEXT REFERENCES service (id),
  moment     TEXT,                       -- before, after
  edition    TEXT,                       -- of the catalogue
  started_at TEXT,                       -- RFC 3339, UTC
  removed    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_service ON assessment (service);

-- Projection: answers. The id is assessment/criterion, so that two laptops
-- that answer the same criterion meet in the same object.
CREATE TABLE answer (
  id          TEXT PRIMARY KEY,
  assessment  TEXT NOT NULL REFERENCES assessment (id),
  criterion   TEXT NOT NULL,
  verdict     TEXT,                      -- yes, no, not_applicable
  explanation TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_assessment ON answer (assessment);

-- Projection: submissions to the working group and what became of them.
CREATE TABLE submission (
  id         TEXT PRIMARY KEY,
  assessment TEXT REFERENCES assessment (id),
  frozen_at  TEXT,                       -- RFC 3339, UTC
  name       TEXT,                       -- file name on the server; holds the hash of the sealed bytes
  sealed     TEXT,                       -- the exact bytes that are handed in
  verified   TEXT,                       -- JSON: proof that the server gave the same bytes back
  receipt    TEXT                        -- the exact bytes of the working group's receipt
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_assessment ON submission (assessment);
