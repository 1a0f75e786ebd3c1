"""The steps the verbs of the review share: who is locked, asked, stepped. Never called alone."""
