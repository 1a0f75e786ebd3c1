"""Rà soát, second half: village meetings, postings, complaints, proposals, decisions, certificates."""
