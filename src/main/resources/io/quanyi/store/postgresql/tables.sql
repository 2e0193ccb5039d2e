-- The tables of a store of rules, format 1. Rows of blobs, revisions and files are only ever inserted.

create table quanyi_store (
    format integer primary key
);
insert into quanyi_store (format) values (1);

-- The bytes of files, by their SHA-256
create table quanyi_blob (
    digest text collate "C" primary key,
    bytes bytea not null
);

-- The states of the store. A parent has one child: the first publisher that inserts one wins
create table quanyi_revision (
    number bigint primary key check (number > 0),
    name text collate "C" not null unique,
    parent text collate "C" unique references quanyi_revision (name),
    files text not null,
    author text not null,
    at timestamptz not null,
    message text not null,
    check ((number = 1) = (parent is null))
);

-- The files that a state adds or replaces; the others are as in the state before it
create table quanyi_file (
    path text collate "C",
    revision bigint references quanyi_revision (number),
    digest text collate "C" not null references quanyi_blob (digest),
    primary key (path, revision)
);

create function quanyi_only_inserted() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever inserted', tg_table_name;
end
$$;
create trigger quanyi_only_inserted before update or delete or truncate on quanyi_blob
    for each statement execute function quanyi_only_inserted();
create trigger quanyi_only_inserted before update or delete or truncate on quanyi_revision
    for each statement execute function quanyi_only_inserted();
create trigger quanyi_only_inserted before update or delete or truncate on quanyi_file
    for each statement execute function quanyi_only_inserted();

-- Drafts beside the states, which change and end
create table quanyi_draft (
    id text collate "C" primary key check (id ~ '^[a-z0-9]{1,40}$'),
    changed_by text not null,
    changed_at timestamptz not null default now()
);
create table quanyi_draft_file (
    draft text collate "C" references quanyi_draft (id) on delete cascade,
    path text collate "C",
    bytes bytea not null,
    primary key (draft, path)
);

-- The secret with which services seal drafts, unless their settings name one
create table quanyi_secret (
    one boolean primary key default true check (one),
    secret bytea not null
);
