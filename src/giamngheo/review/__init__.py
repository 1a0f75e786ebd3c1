"""The poverty review, from a round to certificates: docs/algorithms/review.md."""
