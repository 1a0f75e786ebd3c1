"""Public pages. Empty until there is something to publish."""
