"""From flat blocks, as every format gives them, to the official document: one builder for all readers."""
