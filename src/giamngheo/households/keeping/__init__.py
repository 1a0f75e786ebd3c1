"""The steps the verbs of the register share: who and what is locked, checked, built, indexed. Never called alone."""
