"""The shapes the check's registers must have. For the type checker: imported at run time only by whoever asks,
for making protocol classes would cost every check two milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol


class UnitFact(Protocol):
    """A unit of the register as it was on a day."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...  # "Xã Hoằng Phú"
    @property
    def short_name(self) -> str: ...  # "Hoằng Phú"
    @property
    def level(self) -> str: ...  # province | district | commune
    @property
    def kind(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


class UnitRegister(Protocol):
    """Administrative units with validity."""

    def search(
        self, name: str, on: date | None = None, kinds: tuple[str, ...] = (), within: str | None = None
    ) -> Sequence[UnitFact]: ...
    def near(
        self, name: str, on: date | None = None, kinds: tuple[str, ...] = (), within: str | None = None
    ) -> Sequence[UnitFact]: ...


class KnownDocument(Protocol):
    """A document the register knows."""

    @property
    def symbol(self) -> str: ...  # "27/2022/NĐ-CP"
    @property
    def doc_type(self) -> str: ...
    @property
    def issuer(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def issued(self) -> date | None: ...
    @property
    def effective_from(self) -> date | None: ...
    @property
    def effective_to(self) -> date | None: ...
    @property
    def replaced_by(self) -> str: ...
    @property
    def verified(self) -> bool: ...


class DocumentRegister(Protocol):
    """Official documents and their validity."""

    def lookup(self, symbol: str, issued: date | None = None) -> KnownDocument | None: ...
