"""Users, roles, permissions and territorial scope."""
