"""Phone app, OpenRosa endpoints, raw submissions and sync. Empty until the poverty review needs it."""
