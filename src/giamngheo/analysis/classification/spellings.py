"""How people spell the answers to choose from: codes, labels, and the usual words for yes and no.

Only different spellings are looked at here, a few a column; the engine then looks each row up among them. `Spellings`
starts with the exact codes and labels and learns the rest (other case, other accents, blanks) when it meets them.
"""

from __future__ import annotations

from collections.abc import Iterable

from giamngheo.foundation.text import fold
from giamngheo.standards.engines.columns import Answer
from giamngheo.standards.release import Question

YES = ("1", "true", "t", "yes", "y", "có", "co", "x", "đúng", "1.0", "✓", "v")
NO = ("0", "false", "f", "no", "n", "không", "khong", "k", "sai", "0.0", "-")


class Spellings:
    """Of one question of kind yes_no or option. `known` is {text as written: answer}; blanks are None."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.known: dict[str, Answer] = {"": None}
        if question.kind == "yes_no":
            self.known |= dict.fromkeys(("true", "1", "có", "Có"), True)
            self.known |= dict.fromkeys(("false", "0", "không", "Không"), False)
            self._folded: dict[str, Answer] = {fold(text): True for text in YES}
            self._folded |= {fold(text): False for text in NO}
        else:
            self._folded = {}
            for option in question.options:
                for text in (option.code, option.label.vi, option.label.en):
                    self.known.setdefault(text, option.code)
                    self._folded.setdefault(fold(text), option.code)
            self.known |= {option.code: option.code for option in question.options}
        self._folded[""] = None

    def learn(self, texts: Iterable[str]) -> bool:
        """Take in texts that turned up; True when one of them is understood that was not before."""
        found = {
            text: self._folded[fold(text)] for text in texts if text not in self.known and fold(text) in self._folded
        }
        self.known |= found
        return bool(found)

    def of(self, answers: Iterable[Answer]) -> list[str]:
        """Every spelling known of those answers."""
        wanted = set(answers)
        return [text for text, answer in self.known.items() if answer in wanted]
