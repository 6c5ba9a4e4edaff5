-- The only truth. Rows are never changed, except that a redaction empties payload and salt and says which entry ordered it.
CREATE TABLE ledger_entry (
    sequence     BIGINT       NOT NULL PRIMARY KEY,
    kind         VARCHAR(64)  NOT NULL,
    subject      VARCHAR(512) NOT NULL,
    actor        VARCHAR(256) NOT NULL,
    recorded_at  VARCHAR(27)  NOT NULL, -- UTC with six decimals, exactly as hashed
    payload      BYTEA,
    salt         BYTEA,
    leaf         BYTEA        NOT NULL,
    redacted_by  BIGINT
);

CREATE INDEX ledger_entry_subject ON ledger_entry (subject, sequence);
CREATE INDEX ledger_entry_recorded_at ON ledger_entry (recorded_at);

-- One row: its lock serialises appenders, so numbers are gapless and readers never see one before all smaller ones.
CREATE TABLE ledger_head (
    id           SMALLINT     NOT NULL PRIMARY KEY,
    sequence     BIGINT       NOT NULL,
    recorded_at  VARCHAR(27)  NOT NULL
);

INSERT INTO ledger_head (id, sequence, recorded_at) VALUES (1, 0, '1970-01-01T00:00:00.000000Z');
