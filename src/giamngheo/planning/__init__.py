"""A commune's yearly plan: read in, checked, kept, composed and issued."""
