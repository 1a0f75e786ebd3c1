"""Register of official documents and what is known of them."""
