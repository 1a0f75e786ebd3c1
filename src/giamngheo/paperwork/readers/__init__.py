"""From a file to an OfficialDocument."""
