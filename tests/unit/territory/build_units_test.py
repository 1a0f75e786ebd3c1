"""The builder names each change by its kind, and stops where the source has a hole."""

import pytest
from tools.build_units import Builder, connect, report, successors

PLACE = {"lat": 0.0, "lon": 0.0, "area_km2": None}


@pytest.fixture
def builder() -> Builder:
    """One district of four communes that become three."""
    made = Builder()
    province = made.unit(("old", "p"), "province", "99", "Tỉnh Mẫu", None, PLACE)
    district = made.unit(("old", "p", "d"), "district", "999", "Huyện Mẫu", province, PLACE)
    for code, source, name in (
        ("00001", "a", "Xã An"), ("00002", "b", "Xã Bình"), ("00003", "c", "Thị trấn Cao"), ("00004", "e", "Xã Em"),
    ):  # fmt: skip
        made.unit(("old", "p", "d", source), "commune", code, name, district, PLACE)
    today = made.unit(("new", "p"), "province", "99", "Tỉnh Mẫu", None, PLACE)
    for code, source, name in (("00001", "a", "Xã An"), ("00003", "c", "Xã Cao"), ("00002", "b", "Phường  BÌNH an")):
        made.unit(("new", "p", source), "commune", code, name, today, PLACE)
    return made


def converter(**divided: list[dict[str, object]]) -> dict[str, object]:
    return {
        "DICT_PROVINCE": {"p": ["p"]},
        "DICT_PROVINCE_WARD_NO_DIVIDED": {"p": {"a": ["p_d_a"], "c": ["p_d_c"], "b": ["p_d_b"]}},
        "DICT_PROVINCE_WARD_DIVIDED": {"p": {f"p_d_{old}": news for old, news in divided.items()}},
    }


def goes_to(*news: str, default: str) -> list[dict[str, object]]:
    return [{"newWardKey": new, "isDefaultNewWard": new == default} for new in news]


def test_each_change_has_its_kind(builder: Builder) -> None:
    connect(builder, successors(converter(e=goes_to("b", "c", default="b"))))
    names = {unit["id"]: (unit["name"], unit["valid_from"]) for unit in builder.units}
    kinds = {(names[old][0], names[new][0]): (kind, default) for old, new, kind, _on, default in builder.changes}
    assert kinds == {
        ("Tỉnh Mẫu", "Tỉnh Mẫu"): ("continued", 1),
        ("Xã An", "Xã An"): ("continued", 1),
        ("Thị trấn Cao", "Xã Cao"): ("merged", 1),
        ("Xã Bình", "Phường BÌNH an"): ("merged", 1),
        ("Xã Em", "Phường BÌNH an"): ("split", 1),
        ("Xã Em", "Xã Cao"): ("split", 0),
    }


def test_commune_without_successor_stops_the_build(builder: Builder) -> None:
    with pytest.raises(SystemExit, match="Xã Em"):
        connect(builder, successors(converter()))


def test_split_without_one_default_stops_the_build(builder: Builder) -> None:
    with pytest.raises(SystemExit, match="default"):
        connect(builder, successors(converter(e=goes_to("b", "c", default="nobody"))))


def test_wrong_counts_stop_the_build(builder: Builder, tmp_path) -> None:
    with pytest.raises(SystemExit, match="unexpected counts"):
        report(builder, tmp_path / "units.db")
