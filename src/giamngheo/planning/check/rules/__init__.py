"""One rule family a file; each rule yields findings from the catalogue."""
