"""Plain values of the check. A NamedTuple costs a third of a millisecond to define, and a start defines twenty."""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(eq_default=False, frozen_default=True)
class Record:
    """A class with fields by its annotations, in order; a field with a value may be left out. Compared by identity."""

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(cls.__annotations__)

    def __init__(self, *values: Any, **named: Any) -> None:
        told = self.__dict__
        told.update(zip(self._fields, values, strict=False))
        if named:
            told.update(named)

    def _replace(self, **changes: Any) -> Self:
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.__dict__.update(changes)
        return other
