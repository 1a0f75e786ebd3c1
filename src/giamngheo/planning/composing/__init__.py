"""From a plan's content to an official document. Pure: what is printed comes from the tables, never from the file."""
