"""From an official document to a plan's content. Pure: registers are asked, nothing is written."""
