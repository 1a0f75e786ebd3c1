"""Engines: translations of the nodes. `in_memory` is the reference; the others must agree with it."""
