"""Screens of money: the matrix, a line with its entries, forms of entries, contracts, the end of a year."""
