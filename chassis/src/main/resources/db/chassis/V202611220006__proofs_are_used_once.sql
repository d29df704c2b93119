-- DPoP proofs (RFC 9449) that were used, kept while they could be taken for new ones.
create table seen_proof (
  hash       bytea       primary key check (octet_length(hash) = 32),
  expires_at timestamptz not null
);
create index seen_proof_expiry on seen_proof (expires_at);
