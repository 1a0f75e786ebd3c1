"""The register of households and people: who lived where with whom on any day, and what the register said of it."""
