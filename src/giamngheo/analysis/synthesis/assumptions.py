"""What no source gives and had to be assumed, each under its name; docs/algorithms/synth.md lists them for readers.

Shares are plain fractions; tables are (value, weight). A manifest prints `ASSUMED`, so that no file hides them.
"""

from __future__ import annotations

ASSUMED: dict[str, str] = {
    "region_poor_share": "Bốn vùng chưa rõ số hộ nghèo: cùng một tỷ trọng hộ nghèo trong tổng hộ nghèo và cận nghèo",
    "southeast_households": "Đông Nam Bộ nhận số hộ còn lại, vì các tỷ lệ vùng đã công bố không khớp tỷ lệ cả nước",
    "year_2023_pattern": "Năm 2023 phân theo vùng như năm 2024",
    "regions": "Tỉnh nào thuộc vùng nào: theo cách chia thống kê thường dùng, nhớ lại",
    "province_households": "Số hộ của tỉnh, của xã: theo số đơn vị cấp xã, phường và thị trấn đông hơn xã",
    "urban_poverty": "Ở phường, thị trấn hộ nghèo bằng 0,35 lần ở xã cùng tỉnh",
    "commune_spread": "Xã nghèo, xã khá trong một tỉnh: nhân với 0,5 đến 1,5",
    "ethnic_share": "Tỷ trọng hộ dân tộc thiểu số theo vùng, cả nước khoảng 12 %",
    "household_size": "Phân bố số người một hộ, bình quân khoảng 3,6",
    "ages": "Tuổi, quan hệ trong hộ",
    "deprivations": "Số chỉ số thiếu hụt theo loại hộ và chỉ số nào hay gặp",
    "answers": "Việc làm, học tập, nhà ở, nước, nhà tiêu, tài sản",
    "incomes": "Phân bố thu nhập: 6 % hộ không nghèo có thu nhập đến 1,5 lần chuẩn",
}

COMMUNE_WEIGHT = {"ward": 1.7, "township": 1.2, "commune": 1.0}
URBAN_POVERTY = 0.35
COMMUNE_SPREAD = (0.5, 1.5)
HIGHEST_RATE = 0.85  # of poor and near-poor together, in a commune
ETHNIC_SHARE = {
    "midlands": 0.54, "red_river": 0.02, "central": 0.10, "highlands": 0.36, "southeast": 0.04, "mekong": 0.07,
}  # fmt: skip
VILLAGE_HOUSEHOLDS = 150

SIZES = ((1, 10), (2, 18), (3, 20), (4, 26), (5, 14), (6, 7), (7, 3), (8, 2))
# How many indicators a household lacks, by class; poor is three or more, near-poor fewer.
LACKING = {
    "poor": ((3, 45), (4, 30), (5, 15), (6, 7), (7, 3)),
    "near_poor": ((0, 15), (1, 40), (2, 45)),
    "not_poor": ((0, 62), (1, 26), (2, 8), (3, 3), (4, 1)),
}
# Which indicators, when chance has to choose: weights, rural and urban.
OFTEN = {
    "employment": (2.2, 3.0), "nutrition": (1.2, 0.8), "health_insurance": (2.0, 2.4), "adult_education": (1.8, 1.4),
    "child_schooling": (0.5, 0.4), "housing_quality": (1.8, 0.8), "housing_area": (1.4, 1.8), "water": (1.2, 0.3),
    "toilet": (2.6, 0.8), "telecom": (1.0, 0.7), "information_means": (0.5, 0.4),
}  # fmt: skip
FARMING = {"rural": 0.6, "urban": 0.08}
WATER = {
    "rural": (("piped", 40), ("drilled_well", 40), ("protected_dug_well", 10), ("protected_spring", 6), ("rain", 4)),
    "urban": (("piped", 85), ("drilled_well", 10), ("bottled", 5)),
}
TOILET = {
    "rural": (("septic", 75), ("pour_flush", 12), ("ventilated", 3), ("two_vault", 10)),
    "urban": (("septic", 96), ("pour_flush", 4)),
}
WORK = {
    "rural": (("own_work", 60), ("contract", 30), ("not_seeking", 10)),
    "urban": (("own_work", 35), ("contract", 50), ("not_seeking", 15)),
}
TRAINED = (("upper_secondary", 60), ("intermediate", 12), ("college", 12), ("university", 16))
ANY_DIPLOMA = (
    ("none", 12), ("primary", 22), ("lower_secondary", 32), ("upper_secondary", 20), ("elementary_vocational", 3),
    ("intermediate", 3), ("college", 3), ("university", 5),
)  # fmt: skip
MEANS = (
    ("television", 0.85), ("radio", 0.1), ("desktop_computer", 0.12), ("telephone", 0.1), ("laptop", 0.2),
    ("tablet", 0.08), ("smartphone", 0.92),
)  # fmt: skip
GOODS = {  # Phiếu A, the columns that follow from no other answer: share of households that have them
    "poor": 0.08, "near_poor": 0.15, "not_poor": 0.62,
}  # fmt: skip
JUST_ABOVE = 0.06  # not-poor households with an income up to one and a half times the line
REVIEWED = 0.04  # not-poor households that were reviewed all the same, and so have points
