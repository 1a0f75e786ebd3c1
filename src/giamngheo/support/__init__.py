"""Help that reaches households and people: catalogue, deliveries, entitlements. docs/algorithms/support.md."""
