"""Screens of the work: the board, an item, the tree of two periods, posts, tasks, the committee, directives."""
