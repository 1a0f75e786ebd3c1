"""The poverty review. Empty until households exist."""
