"""What can happen in a review: each a verb, one transaction, recorded. docs/algorithms/review.md."""
