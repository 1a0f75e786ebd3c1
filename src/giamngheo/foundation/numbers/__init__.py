"""Vietnamese numbers: found in running text, printed as Vietnamese prints them, spelled in words.

Values are exact (int or Fraction), never float. docs/algorithms/numbers.md says what is read and what is not.
"""

from giamngheo.foundation.numbers.printing import format_money, format_number, leading_digits, round_half_up
from giamngheo.foundation.numbers.quantity import Number, Quantity, exact
from giamngheo.foundation.numbers.reading import find_quantities
from giamngheo.foundation.numbers.words import number_words, read_words

__all__ = [
    "Number",
    "Quantity",
    "exact",
    "find_quantities",
    "format_money",
    "format_number",
    "leading_digits",
    "number_words",
    "read_words",
    "round_half_up",
]
