"""The form of NĐ 30/2020: each case is one change to a document that is right."""

from tests.spec.tables import HEAD, TAIL, Ruling

_HEAD = HEAD.format(date="05 tháng 02 năm 2024", year=2024)
_RIGHT = _HEAD + "Xã giao việc cho các thôn." + TAIL


def _changed(*pairs: tuple[str, str]) -> str:
    text = _RIGHT
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def _case(says: str, *pairs: tuple[str, str], finds: tuple = ()) -> Ruling:
    return Ruling(says, _changed(*pairs), finds, whole=True)


_TM = "TM. ỦY BAN NHÂN DÂN\n"
CASES = (
    _case("a document in form has no findings"),
    _case("a deputy signs for the chairman, and he for the committee", ("CHỦ TỊCH**", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**")),
    _case(
        "KT. without TM. leaves the committee out",
        ("**" + _TM + "CHỦ TỊCH**", "**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**"),
        finds=(("FORMAT-AUTHORITY", "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    ),
    _case(
        "a deputy without KT. signs in nobody's place",
        ("CHỦ TỊCH**", "PHÓ CHỦ TỊCH**"),
        finds=(("FORMAT-AUTHORITY", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    ),
    _case(
        "a semicolon behind VT should be a comma",
        ("Lưu: VT.", "Lưu: VT; LĐTBXH."),
        finds=(("FORMAT-FILED", "Lưu: VT; LĐTBXH.", "Lưu: VT, LĐTBXH."),),
    ),
    _case(
        "the last recipient ends with a full stop", ("Lưu: VT.", "Lưu: VT, LĐTBXH"), finds=("FORMAT-RECIPIENT-MARK",)
    ),
    _case(
        "each recipient ends with a semicolon",
        ("(t/h);", "(t/h)."),
        finds=(("FORMAT-RECIPIENT-MARK", "Các thôn (t/h)."),),
    ),
    _case("the last line files the paper", ("- Lưu: VT.\n", ""), finds=("FORMAT-FILED",)),
    _case("the text ends with ./.", ("của xã./.", "của xã."), finds=("FORMAT-CLOSING",)),
    _case(
        "a number below ten takes a zero",
        ("Số: 90/", "Số: 9/"),
        finds=(("FORMAT-REFERENCE", "Số: 9/KH-UBND", "09/KH-UBND"),),
    ),
    _case(
        "a day and the month of February take a zero",
        ("05 tháng 02", "5 tháng 2"),
        finds=(("FORMAT-DATE", "", "05 tháng 02"),),
    ),
    _case("the type disagrees with the symbol", ("90/KH-UBND", "90/QĐ-UBND"), finds=("FORMAT-TYPE",)),
    _case(
        "the place is another unit's",
        ("Hoằng Phú, ngày", "Hoằng Hóa, ngày"),
        finds=(("FORMAT-LOCALITY", "", "Hoằng Hóa"),),
    ),
    _case(
        "the motto needs its spaces",
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"),
        finds=("FORMAT-MOTTO",),
    ),
    _case("a plan addresses nobody", ("Xã giao", "Kính gửi: UBND huyện.\n\nXã giao"), finds=("FORMAT-ADDRESSEES",)),
    _case(
        "a report names whom it is sent to",
        ("KẾ HOẠCH", "BÁO CÁO"),
        ("90/KH-UBND", "90/BC-UBND"),
        finds=(("FORMAT-NO-ADDRESSEE", "BÁO CÁO"),),
    ),
    _case(
        "a report that names whom it is sent to is right",
        ("KẾ HOẠCH", "BÁO CÁO"),
        ("90/KH-UBND", "90/BC-UBND"),
        ("Xã giao", "Kính gửi: UBND huyện.\n\nXã giao"),
    ),
    _case(
        "a basis ends with a semicolon, the last with a full stop",
        ("Xã giao", "Căn cứ Luật A\n\nCăn cứ Luật B.\n\nXã giao"),
        finds=("FORMAT-BASES",),
    ),
    Ruling(
        "a paper without recipients",
        _RIGHT.split("Nơi nhận")[0] + "**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\nNguyễn Văn Mẫu\n",
        ("FORMAT-RECIPIENTS",),
        whole=True,
    ),
    Ruling("a piece of text is no official document", "Xã giao việc cho các thôn.", (), whole=True),
    Ruling("a paper nobody signed", _RIGHT.split("**TM.")[0], ("FORMAT-SIGNATURE",), whole=True),
)
