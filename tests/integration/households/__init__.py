"""The register of households and people."""
