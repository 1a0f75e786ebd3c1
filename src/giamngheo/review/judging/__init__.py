"""What is asked of a household, what the register answers, what the law says of it. docs/algorithms/review.md."""
