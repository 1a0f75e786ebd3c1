"""How people spell the answers to choose from: codes, labels, and the usual words for yes and no.

Only different spellings are looked at here, a few a column; the engine then looks each row up among them. `Spellings`
starts with the exact codes and labels and learns the rest (other case, other places of accents, none at all where that
means one thing only, blanks) when it meets them.
"""

from __future__ import annotations

from collections.abc import Iterable

from giamngheo.foundation.text import bare, fold
from giamngheo.standards.engines.columns import Answer
from giamngheo.standards.release import Question

YES = ("1", "true", "t", "yes", "y", "có", "co", "x", "đúng", "1.0", "✓", "v")
NO = ("0", "false", "f", "no", "n", "không", "khong", "k", "sai", "0.0", "-")


class Spellings:
    """Of one question of kind yes_no or option. `known` is {text as written: answer}; blanks are None."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.known: dict[str, Answer] = {"": None}
        written: list[tuple[str, Answer]] = [("", None)]
        if question.kind == "yes_no":
            self.known |= dict.fromkeys(("true", "1", "có", "Có"), True)
            self.known |= dict.fromkeys(("false", "0", "không", "Không"), False)
            written += [(text, True) for text in YES] + [(text, False) for text in NO]
        for option in question.options:
            written += [(text, option.code) for text in (option.code, option.label.vi, option.label.en)]
        for text, answer in written if question.options else ():
            self.known.setdefault(text, answer)
        self.known |= {option.code: option.code for option in question.options}
        self._folded: dict[str, Answer] = {}
        plain: dict[str, set[Answer]] = {}
        for text, answer in written:
            self._folded.setdefault(fold(text), answer)
            plain.setdefault(bare(text), set()).add(answer)
        self._bare = {text: next(iter(answers)) for text, answers in plain.items() if len(answers) == 1}

    def learn(self, texts: Iterable[str]) -> bool:
        """Take in texts that turned up; True when one of them is understood that was not before."""
        found = {text: self.answer(text) for text in texts if text not in self.known and self.understands(text)}
        self.known |= found
        return bool(found)

    def understands(self, text: str) -> bool:
        """Whether the text is an answer, or blank."""
        return text in self.known or fold(text) in self._folded or bare(text) in self._bare

    def answer(self, text: str) -> Answer:
        """What the text answers; raises KeyError where it is none."""
        for known, key in ((self.known, text), (self._folded, fold(text)), (self._bare, bare(text))):
            if key in known:
                return known[key]
        raise KeyError(text)

    def of(self, answers: Iterable[Answer]) -> list[str]:
        """Every spelling known of those answers."""
        wanted = set(answers)
        return [text for text, answer in self.known.items() if answer in wanted]
