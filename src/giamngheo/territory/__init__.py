"""Administrative units with validity dates, mergers and splits."""
