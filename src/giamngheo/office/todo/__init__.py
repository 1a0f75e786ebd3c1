"""The page of one person: what they are to do, their calendar, how they are reminded."""
