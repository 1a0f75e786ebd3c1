"""The plan check: pure rules over an OfficialDocument; no Django."""
