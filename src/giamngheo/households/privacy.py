"""How widely each stored field may be shown. Law 91/2025/QH15 and NĐ 356/2025/NĐ-CP: names, births, addresses, phones
and citizen ids are personal; ethnic group, circumstances and locations are sensitive. The trail copies no sensitive
field, and of the citizen id only that it changed: it is marked sensitive here although the law lists it as basic."""

from giamngheo.foundation.privacy import Privacy

_LIFE = ("id", "valid_from", "valid_to", "changed_in")

FIELDS = {
    "Change": dict.fromkeys(("id", "kind", "on", "at", "unit", "file", "undoes"), Privacy.INTERNAL)
    | dict.fromkeys(("by", "reason"), Privacy.PERSONAL),
    "Household": dict.fromkeys(
        ("id", "local_code", "formed_on", "ended_on", "ended_as", "merged_into", "changed_in"), Privacy.INTERNAL
    ),
    "Address": dict.fromkeys((*_LIFE, "household", "village"), Privacy.INTERNAL)
    | {"line": Privacy.PERSONAL}
    | dict.fromkeys(("latitude", "longitude", "accuracy", "located_as", "located_at"), Privacy.SENSITIVE),
    "Person": {"id": Privacy.INTERNAL, "changed_in": Privacy.INTERNAL}
    | dict.fromkeys(
        ("full_name", "folded_name", "bare_name", "surname", "middle_name", "given_name", "sort_key"), Privacy.PERSONAL
    )
    | dict.fromkeys(("sex", "birth", "phone", "died_on", "merged_into"), Privacy.PERSONAL)
    | dict.fromkeys(("ethnic_group", "citizen_id"), Privacy.SENSITIVE),
    "Membership": dict.fromkeys((*_LIFE, "household", "person"), Privacy.INTERNAL)
    | dict.fromkeys(("relation", "left_as", "left_to"), Privacy.PERSONAL),
    "Circumstance": dict.fromkeys((*_LIFE, "person"), Privacy.INTERNAL)
    | dict.fromkeys(("kind", "detail"), Privacy.SENSITIVE),
    "History": dict.fromkeys(("id", "row_kind", "row_id", "removed", "written_in", "replaced_in"), Privacy.INTERNAL)
    | {"row": Privacy.SENSITIVE},
    "ListImport": dict.fromkeys(
        (
            "id",
            "file",
            "unit",
            "day",
            "village",
            "state",
            "step",
            "percent",
            "cancel_asked",
            "mapping",
            "words",
            "new_villages",
            "change",
            "at",
            "changed_at",
        ),
        Privacy.INTERNAL,
    )
    | dict.fromkeys(("name", "by"), Privacy.PERSONAL)
    | {"result": Privacy.SENSITIVE},  # its findings quote cells of the list
    "ListMapping": dict.fromkeys(("id", "unit", "heading", "meaning", "at"), Privacy.INTERNAL)
    | {"by": Privacy.PERSONAL},
    "DuplicateRun": dict.fromkeys(
        ("id", "unit", "change", "state", "percent", "cancel_asked", "result", "at", "changed_at"), Privacy.INTERNAL
    )
    | {"by": Privacy.PERSONAL},
    "DuplicatePair": dict.fromkeys(("id", "run", "state", "at", "change"), Privacy.INTERNAL)
    | dict.fromkeys(("first", "second", "weight", "probability", "reasons", "by", "reason"), Privacy.PERSONAL),
    "DuplicateDecision": dict.fromkeys(("id", "pair", "state", "at", "change"), Privacy.INTERNAL)
    | dict.fromkeys(("by", "reason"), Privacy.PERSONAL),
    "SearchEntry": dict.fromkeys(("person", "village"), Privacy.INTERNAL)
    | dict.fromkeys(("sort_key", "words"), Privacy.PERSONAL),
    "SearchWord": {"id": Privacy.INTERNAL, "person": Privacy.INTERNAL, "word": Privacy.PERSONAL},
}
