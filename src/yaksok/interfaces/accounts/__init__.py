"""Local users of a served ledger: who they are, what they may do, and what they did."""
