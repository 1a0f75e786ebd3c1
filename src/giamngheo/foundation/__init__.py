"""Text, numbers, dates, money and the error catalogue; no business nouns."""
