"""What the check asks of the outside: which units exist, which documents are known. Packaged reference data by default;
the screens hand in the registers of the installation. Their shapes: register_shapes.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from giamngheo.planning.check.register_shapes import DocumentRegister as DocumentRegister
    from giamngheo.planning.check.register_shapes import KnownDocument as KnownDocument
    from giamngheo.planning.check.register_shapes import UnitFact as UnitFact
    from giamngheo.planning.check.register_shapes import UnitRegister as UnitRegister


class Registers(NamedTuple):
    """The two registers a check may ask."""

    units: UnitRegister
    documents: DocumentRegister

    @classmethod
    def packaged(cls) -> Registers:
        """Registers of the reference data that comes with the program."""
        from giamngheo.documents.reference import Known
        from giamngheo.territory.reference import Units

        return cls(units=Units.packaged(), documents=Known.packaged())


def __getattr__(name: str) -> object:
    """The shapes by name for whoever asks at run time; most only name them in annotations, which is free."""
    if name not in ("DocumentRegister", "KnownDocument", "UnitFact", "UnitRegister"):
        raise AttributeError(name)
    from giamngheo.planning.check import register_shapes

    return getattr(register_shapes, name)
