// The second shape of archive.sqlite: publishers, what they signed, their files, and which file carries which revision.

/** Adds what signed packs need; the shelves and revisions that are there keep all they say. */
export const packShape = `
  -- trusted: its number was compared; quarantined: in no search unless its shelf is asked for.
  ALTER TABLE shelves ADD COLUMN trust TEXT NOT NULL DEFAULT 'quarantined'
    CHECK (trust IN ('bundled', 'local', 'trusted', 'quarantined'));
  -- The highest version of a publisher's list that was ever seen properly signed.
  ALTER TABLE shelves ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
  UPDATE shelves SET trust = 'bundled' WHERE key = 'mahfuz';
  UPDATE shelves SET trust = 'local' WHERE key = 'local';

  -- 2: a file that is listed carries it, or it came without a list; 1: only files that are listed no more; 0: only
  -- files that were signed with a stolen key.
  ALTER TABLE revisions ADD COLUMN standing INTEGER NOT NULL DEFAULT 2 CHECK (standing IN (0, 1, 2));

  -- Without its foreign key, for which taking out one record would read all links.
  ALTER TABLE links RENAME TO old_links;
  CREATE TABLE links (
    target_shelf TEXT NOT NULL,
    target_id TEXT NOT NULL,
    record INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (target_id, target_shelf, record, role)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO links (target_shelf, target_id, record, role)
  SELECT target_shelf, target_id, record, role
  FROM old_links;
  DROP TABLE old_links;

  CREATE INDEX records_by_shelf ON records (shelf);
  CREATE INDEX withdrawn_records ON records (shelf, withdrawn) WHERE withdrawn > 0;
  CREATE INDEX doubtful_revisions ON revisions (standing) WHERE standing < 2;

  -- What publishers signed, byte by byte, deflated: every root and list that was ever accepted, the newest of the rest.
  CREATE TABLE metadata (
    number INTEGER PRIMARY KEY,
    shelf INTEGER NOT NULL REFERENCES shelves (number),
    role TEXT NOT NULL,
    version INTEGER NOT NULL,
    -- SHA-256 of the canonical JSON of the signed part.
    hash BLOB NOT NULL,
    -- 1 for what counts now.
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    data BLOB NOT NULL,
    UNIQUE (shelf, role, version, hash)
  ) STRICT;

  -- Two signed files that should be one: the proof of what somebody made the publisher say.
  CREATE TABLE evidence (
    number INTEGER PRIMARY KEY,
    shelf INTEGER NOT NULL REFERENCES shelves (number),
    code TEXT NOT NULL,
    role TEXT NOT NULL,
    version INTEGER NOT NULL,
    held_hash BLOB NOT NULL,
    given_hash BLOB NOT NULL,
    held BLOB,
    given BLOB NOT NULL,
    UNIQUE (shelf, code, role, version, held_hash, given_hash)
  ) STRICT;

  -- An import that can be taken back; when it was and from where is not known.
  CREATE TABLE imports (
    number INTEGER PRIMARY KEY,
    shelf INTEGER NOT NULL REFERENCES shelves (number),
    list INTEGER NOT NULL,
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1))
  ) STRICT;
  CREATE INDEX imports_by_shelf ON imports (shelf);

  -- The ledger of a publisher: every file that it ever listed.
  CREATE TABLE files (
    number INTEGER PRIMARY KEY,
    shelf INTEGER NOT NULL REFERENCES shelves (number),
    path TEXT NOT NULL,
    -- SHA-256 of its bytes.
    hash BLOB NOT NULL,
    role TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    -- What the list says of it, as JSON.
    custom TEXT NOT NULL,
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
    stolen INTEGER NOT NULL CHECK (stolen IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('missing', 'damaged', 'held', 'partial')),
    import INTEGER REFERENCES imports (number),
    UNIQUE (shelf, path, hash)
  ) STRICT;
  CREATE INDEX files_by_import ON files (import) WHERE import IS NOT NULL;

  -- Which file carries which revision: a revision stays while any file does.
  CREATE TABLE carried (
    file INTEGER NOT NULL REFERENCES files (number),
    revision INTEGER NOT NULL,
    PRIMARY KEY (file, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX carriers ON carried (revision, file);
`;
