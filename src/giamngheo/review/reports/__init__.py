"""The reports of the review: what they count, as data, and how they are added up. docs/algorithms/review-reports.md."""
