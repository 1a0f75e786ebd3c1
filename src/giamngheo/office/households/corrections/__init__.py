"""Correcting what the register says of a row: a household, an address, a membership, a circumstance, a person."""
