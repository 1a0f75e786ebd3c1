"""What if another standard held, or other lines, weights, insurance: who changes class, why, at what cost. No Django.

`ask(population, question)` gives an `Outcome`; prose: docs/algorithms/whatif.md.
"""

from giamngheo.analysis.whatif.asking import ask
from giamngheo.analysis.whatif.outcome import Outcome
from giamngheo.analysis.whatif.question import Question

__all__ = ["Outcome", "Question", "ask"]
