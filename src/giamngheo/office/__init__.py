"""Staff screens, one sub-folder per domain, and the design system they share."""
