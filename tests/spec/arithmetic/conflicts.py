"""Rulings on one figure told twice."""

from tests.spec.case import Case, Expect

CASES = (
    Case(
        "near-poor households are told once",
        "A. KẾT QUẢ NĂM 2023\nSố hộ cận nghèo còn 44 hộ.\nCuối năm 2023, số hộ cận nghèo là 45 hộ.",
        (Expect("ARITH-CONFLICT", "45 hộ", ("44 hộ",), "warning"),),
    ),
    Case(
        "workers abroad in a half year and in the year are two figures",
        "A. KẾT QUẢ NĂM 2023\nCó 8 lao động đi làm việc ở nước ngoài.\nĐợt đầu có 3 lao động đi làm việc ở nước ngoài.",
    ),
    Case(
        "stunting under 5 and under 16 are two indicators",
        "A. KẾT QUẢ NĂM 2023\nTỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi còn 14,2%.\n"
        "Tỷ lệ trẻ em dưới 16 tuổi suy dinh dưỡng thể thấp còi còn 18%.",
    ),
    Case(
        "a rate at the end of a year has one value",
        "A. KẾT QUẢ NĂM 2023\nTỷ lệ hộ nghèo giảm từ 2,22% xuống còn 1,12%.\nCuối năm 2023, tỷ lệ hộ nghèo còn 1,21%.",
        (Expect("ARITH-CONFLICT", "1,21%", ("1,12%", "dòng 11"), "warning"),),
    ),
    Case(
        "the same rate printed shorter is the same",
        "A. KẾT QUẢ NĂM 2023\nTỷ lệ hộ nghèo giảm từ 2,22% xuống còn 1,12%.\nTỷ lệ hộ nghèo còn 1,1%.",
    ),
    Case(
        "a village has its own rate",
        "A. KẾT QUẢ NĂM 2023\nTỷ lệ hộ nghèo còn 1,12%.\nỞ thôn Đông, tỷ lệ hộ nghèo còn 2,50%.",
    ),
    Case(
        "the start of a year is the end of the one before",
        "A. KẾT QUẢ NĂM 2023\nTỷ lệ hộ nghèo đầu năm 2,22%.\nCuối năm 2022 tỷ lệ hộ nghèo là 2,22%.",
    ),
    Case(
        "poor and near-poor are two indicators",
        "A. KẾT QUẢ NĂM 2023\nTỷ lệ hộ nghèo còn 1,12%; tỷ lệ hộ cận nghèo còn 2,80%.",
    ),
)
