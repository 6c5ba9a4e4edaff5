-- Which dataset a source's identifier names, so that a new title or a withdrawal does not make a second one of it.
CREATE TABLE dataset_origin (
    origin       VARCHAR(64)  NOT NULL PRIMARY KEY, -- SHA-256 of the identifier in hex
    slug         VARCHAR(100) NOT NULL
);
