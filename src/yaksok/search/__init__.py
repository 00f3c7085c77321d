"""Full-text search over the statements and documents of a ledger, by an index that can be made again from it."""
