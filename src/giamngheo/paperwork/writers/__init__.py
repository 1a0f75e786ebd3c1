"""From an OfficialDocument to a file."""
