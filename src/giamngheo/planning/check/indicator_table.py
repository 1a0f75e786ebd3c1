"""The indicators a commune's plan gives results and targets for.

Only indicators whose wording is settled are here: a figure is compared with another only when both surely mean the
same. docs/algorithms/check-targets.md, section 1, says which of the catalogue are left out, and why.
"""

from __future__ import annotations

from giamngheo.planning.check.record import Record


class Indicator(Record):
    """`falls`: less is better; `flow`: counted over the year, not a state at its end. `pattern` matches the name in
    lower case, `behind` the words right behind a figure that comes first; `bases` the units its figure may have."""

    key: str
    vi: str
    en: str
    pattern: str
    bases: tuple[str, ...]
    signs: tuple[str, ...]
    falls: bool = False
    flow: bool = False
    behind: str = ""


# What may follow a name behind its figure: the end, or words of when; "5 hộ thoát nghèo vay vốn" are borrowers.
_STOP = r"\s*(?:[.,;)]|$|trong năm|so với|trở lên)"
INDICATORS = (
    Indicator(
        "poor-rate",
        "tỷ lệ hộ nghèo",
        "poverty rate",
        r"tỷ lệ hộ nghèo(?! và| \+|, cận)(?: theo chuẩn(?: nghèo)?)?(?: đa chiều)?",
        ("%",),
        ("tỷ lệ hộ nghèo",),
        falls=True,
    ),
    Indicator(
        "near-poor-rate",
        "tỷ lệ hộ cận nghèo",
        "near-poverty rate",
        r"tỷ lệ (?:hộ )?cận nghèo(?: đa chiều)?",
        ("%",),
        ("cận nghèo",),
        falls=True,
    ),
    Indicator(
        "multi-rate",
        "tỷ lệ nghèo đa chiều",
        "multidimensional poverty rate (poor and near-poor)",
        r"tỷ lệ nghèo đa chiều|tỷ lệ hộ nghèo và(?: hộ)? cận nghèo",
        ("%",),
        (
            "tỷ lệ nghèo đa chiều",
            "tỷ lệ hộ nghèo và",
        ),
        falls=True,
    ),
    Indicator(
        "poor-households",
        "số hộ nghèo",
        "poor households",
        r"(?:tổng )?số hộ nghèo(?! và| \+|, cận)(?: đa chiều)?",
        ("hộ",),
        ("số hộ nghèo",),
        falls=True,
    ),
    Indicator(
        "insurance",
        "tỷ lệ bao phủ bảo hiểm y tế",
        "health insurance coverage",
        r"(?:(?:tỷ lệ |độ )?bao phủ|tỷ lệ (?:người dân |dân số )?tham gia) (?:bảo hiểm y tế|bhyt)",
        ("%",),
        (
            "bao phủ",
            "tham gia",
        ),
    ),
    Indicator(
        "jobs",
        "lao động được giải quyết việc làm mới",
        "new jobs",
        r"(?:giải quyết|tạo) việc làm(?: mới)?",
        ("lao động", "người"),
        ("việc làm",),
        flow=True,
    ),
    Indicator(
        "trained",
        "tỷ lệ lao động qua đào tạo",
        "trained labour",
        r"tỷ lệ lao động(?: đã)? qua đào tạo(?! có| nghề)",
        ("%",),
        ("qua đào tạo",),
    ),
    Indicator(
        "farm-labour",
        "tỷ lệ lao động nông nghiệp",
        "share of farm labour",
        r"tỷ lệ lao động nông nghiệp",
        ("%",),
        ("lao động nông nghiệp",),
        falls=True,
    ),
    Indicator(
        "clean-water",
        "tỷ lệ hộ sử dụng nước sạch",
        "clean water",
        r"tỷ lệ (?:hộ|dân số)(?: dân)?(?: được)? (?:sử dụng|dùng) nước sạch",
        ("%",),
        ("nước sạch",),
    ),
    Indicator(
        "households",
        "tổng số hộ",
        "households in all",
        r"tổng số hộ(?: dân)?(?! nghèo| cận| có| được| vay| thuộc| mới| hưởng| thoát)",
        ("hộ",),
        ("tổng số hộ",),
    ),
    Indicator(
        "near-poor-households",
        "số hộ cận nghèo",
        "near-poor households",
        r"(?:tổng )?số hộ cận nghèo(?! và| được| vay| thoát)",
        ("hộ",),
        ("số hộ cận nghèo",),
        falls=True,
    ),
    Indicator(
        "abroad",
        "lao động đi làm việc ở nước ngoài",
        "workers sent abroad",
        r"(?:đi )?làm việc (?:ở|tại) nước ngoài(?: theo hợp đồng)?|xuất khẩu lao động",
        ("lao động", "người"),
        ("nước ngoài", "xuất khẩu lao động"),
        flow=True,
        behind=r"\s*(?:đi (?:làm việc (?:ở|tại) nước ngoài|xuất khẩu lao động)|ra nước ngoài)(?: theo hợp đồng)?"
        + _STOP,
    ),
    Indicator(
        "exited",
        "số hộ thoát nghèo",
        "households that left poverty",
        r"số hộ thoát nghèo(?! và| bền)",
        ("hộ",),
        ("thoát nghèo",),
        flow=True,
        behind=r"\s*thoát nghèo" + _STOP,
    ),
    Indicator(
        "lending",
        "tổng doanh số cho vay",
        "total lending",
        r"tổng doanh số cho vay(?! hộ| giải| chương trình| nước)",
        ("đồng",),
        ("tổng doanh số",),
        flow=True,
    ),
    Indicator(
        "officers-trained",
        "tỷ lệ cán bộ giảm nghèo được tập huấn",
        "poverty officers trained",
        r"tỷ lệ cán bộ (?:làm công tác )?giảm nghèo (?:các cấp )?được (?:bồi dưỡng, tập huấn|tập huấn|bồi dưỡng)",
        ("%",),
        ("giảm nghèo",),
    ),
    Indicator(
        "poor-insured",
        "tỷ lệ người thuộc hộ nghèo có bảo hiểm y tế",
        "poor people with health insurance",
        r"tỷ lệ người (?:dân )?(?:thuộc|trong) hộ nghèo (?:có thẻ|tham gia|được cấp thẻ) (?:bảo hiểm y tế|bhyt)",
        ("%",),
        ("hộ nghèo",),
    ),
    Indicator(
        "schooling",
        "tỷ lệ trẻ em hộ nghèo, hộ cận nghèo đi học đúng độ tuổi",
        "poor and near-poor children at school at the right age",
        r"tỷ lệ trẻ em (?:thuộc |của )?(?:các )?hộ nghèo, (?:hộ )?cận nghèo (?:được )?đi học đúng độ tuổi",
        ("%",),
        ("đúng độ tuổi",),
    ),
    Indicator(
        "lasting-work",
        "tỷ lệ hộ nghèo, hộ cận nghèo có thành viên có việc làm bền vững",
        "poor and near-poor households with a member in lasting work",
        r"tỷ lệ hộ nghèo, (?:hộ )?cận nghèo có ít nhất (?:một|01|1) (?:thành viên|người) trong độ tuổi lao động có việc"
        r" làm bền vững",
        ("%",),
        ("việc làm bền vững",),
    ),
    Indicator(
        "hygienic-water",
        "tỷ lệ hộ dùng nước hợp vệ sinh",
        "hygienic water",
        r"tỷ lệ (?:hộ|dân số)(?: dân)?(?: được)? (?:sử dụng|dùng) nước(?: sinh hoạt)? hợp vệ sinh",
        ("%",),
        ("hợp vệ sinh",),
    ),
    Indicator(
        "toilets",
        "tỷ lệ hộ có nhà tiêu hợp vệ sinh",
        "hygienic toilets",
        r"tỷ lệ hộ(?: dân| gia đình)?(?: có| sử dụng| dùng)? nhà (?:tiêu|vệ sinh) hợp vệ sinh",
        ("%",),
        ("hợp vệ sinh",),
    ),
    Indicator(
        "stunting-16",
        "tỷ lệ suy dinh dưỡng thấp còi ở trẻ dưới 16 tuổi",
        "stunted children under 16",
        r"tỷ lệ trẻ em dưới 16 tuổi (?:bị )?suy dinh dưỡng (?:thể )?thấp còi"
        r"|tỷ lệ suy dinh dưỡng (?:thể )?thấp còi (?:ở |của )?trẻ em dưới 16 tuổi",
        ("%",),
        ("thấp còi",),
        falls=True,
    ),
    Indicator(
        "stunting-5",
        "tỷ lệ suy dinh dưỡng thấp còi ở trẻ dưới 5 tuổi",
        "stunted children under 5",
        r"tỷ lệ trẻ em dưới 5 tuổi (?:bị )?suy dinh dưỡng (?:thể )?thấp còi"
        r"|tỷ lệ suy dinh dưỡng (?:thể )?thấp còi (?:ở |của )?trẻ em dưới 5 tuổi",
        ("%",),
        ("thấp còi",),
        falls=True,
    ),
    Indicator(
        "ethnic-poor-rate",
        "tỷ lệ hộ nghèo dân tộc thiểu số",
        "poverty rate of ethnic minorities",
        r"tỷ lệ hộ nghèo (?:trong |là )?(?:đồng bào )?(?:người )?dân tộc thiểu số",
        ("%",),
        ("dân tộc thiểu số",),
        falls=True,
    ),
)
