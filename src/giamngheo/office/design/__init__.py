"""The page that shows the design system."""
