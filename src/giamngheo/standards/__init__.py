"""The law as dated, cited data. Empty until the poverty review."""
