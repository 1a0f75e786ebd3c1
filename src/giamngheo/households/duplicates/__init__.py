"""People entered twice: who is compared with whom, on what, with which weights. docs/algorithms/duplicates.md."""
