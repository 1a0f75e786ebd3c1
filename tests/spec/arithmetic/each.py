"""Rulings on so many in each, and on reaching 100 % of a plan and going beyond it at once."""

from tests.spec.case import Case, Expect


def _wrong(text: str, quote: str, right: str, ruling: str) -> Case:
    return Case(ruling, text, (Expect("ARITH-EACH", quote, (right,), "warning"),))


def _both(text: str, quote: str) -> Case:
    return Case(f"both at once: {text}", text, (Expect("ARITH-PLAN-BOTH", quote, severity="warning"),))


_EACH_RIGHT = (
    "Hỗ trợ 15 hộ, mỗi hộ 2 con bò, tổng số 30 con bò.",
    "Hỗ trợ 15 hộ, mỗi hộ 2 con bò; 4 con bò đã sinh sản.",
    "Hỗ trợ 15 hộ, mỗi hộ 2 con bò, 4 con bò đã sinh sản.",
    "Mở 3 lớp, mỗi lớp 30 người; tập huấn cho 100 người.",
    "Mỗi thôn cử 2 người, 9 thôn, 20 người dự.",
    "Mỗi nhóm 10 hộ, có 5 nhóm với 48 hộ tham gia.",
    "Kế hoạch mở 3 lớp, mỗi lớp 30 người, đã mở 2 lớp với 60 người.",
    "Có 15 hộ nhận bò, mỗi hộ 2 con; hiện còn 28 con.",
    "Xã có 98 khẩu trong 30 hộ, bình quân 3,27 khẩu/hộ.",
    "Trao 20 suất quà cho 20 người, mỗi người 1 suất.",
    "Mở 3 lớp, mỗi lớp 30 người, tổng số 90 người.",
    "Mỗi lớp 30 người, 3 lớp, 90 người.",
    "Tập huấn cho 100 người, chia thành 3 lớp, bình quân 33 người/lớp.",
    "Mở 3 lớp, mỗi lớp 30 người, trong đó 40 người là nữ.",
    "Mở 3 lớp, mỗi lớp 30 người, có 85 người tham gia.",
    "Mở 3 lớp, mỗi lớp từ 30 người trở lên, tổng số 100 người.",
    "Mở 3 lớp, mỗi lớp ít nhất 30 người, tổng số 100 người.",
    "Mở 3 lớp, mỗi lớp 30 - 35 người, tổng số 100 người.",
    "Hội Phụ nữ xã có 120 người; mở 3 lớp, mỗi lớp 30 người.",
    "Mở 3 lớp, mỗi lớp 30 học viên; hỗ trợ tiền ăn cho 100 người.",
    "Thành lập 5 nhóm, mỗi nhóm 10 hộ; ngoài ra hỗ trợ riêng 8 hộ.",
    "Mỗi thôn 1 tổ giúp việc, 9 thôn có 9 tổ.",
    "Mỗi lớp 30 người, 3 lớp, mỗi lớp học 2 lần, 180 người.",
    "Lớp 1 có 30 người, lớp 2 có 40 người, tổng cộng 2 lớp với 70 người.",
)
_BOTH_RIGHT = (
    "Thực hiện 100% kế hoạch, vượt tiến độ 2 tháng.",
    "Hoàn thành 100% kế hoạch, vượt 5% so với cùng kỳ.",
    "Hoàn thành 100% kế hoạch và vượt 3 hộ so với năm 2022.",
    "Thực hiện 105% kế hoạch, vượt 5%.",
    "Đạt 100% kế hoạch về bảo hiểm y tế, vượt 5% kế hoạch việc làm.",
    "Có 5 chỉ tiêu hoàn thành 100% kế hoạch, 3 chỉ tiêu vượt kế hoạch.",
    "Phấn đấu hoàn thành 100% kế hoạch; vượt 5% là tốt.",
    "Thực hiện 100% kế hoạch, vượt khó vươn lên.",
    "Đạt 100% kế hoạch, vượt chỉ tiêu về nước sạch.",
    "Đạt 100% kế hoạch năm 2023, năm 2024 vượt 5%.",
    "Đạt 100% kế hoạch huyện giao, vượt 5% kế hoạch xã giao.",
    "100% hộ nghèo được vay vốn, vượt kế hoạch.",
)
CASES = (
    _wrong("Mỗi lớp 30 người, 3 lớp, 100 người.", "30 người, 3 lớp, 100 người", "90 người", "each, how many, in all"),
    _wrong(
        "Mở 3 lớp, mỗi lớp 30 học viên, tổng số 100 học viên.",
        "3 lớp, mỗi lớp 30 học viên, tổng số 100 học viên", "90 học viên", "how many, each, in all",
    ),
    _wrong(
        "Tập huấn cho 100 người, chia thành 3 lớp, mỗi lớp 30 người.",
        "100 người, chia thành 3 lớp, mỗi lớp 30 người", "90 người", "in all, how many, each",
    ),
    _wrong(
        "Tổ chức 03 lớp cho 100 lao động, bình quân 30 lao động/lớp.",
        "03 lớp cho 100 lao động, bình quân 30 lao động/lớp", "90 lao động", "an average that is ten short",
    ),
    _wrong("Lập 5 nhóm, từng nhóm 10 hộ, cả thảy 60 hộ.", "5 nhóm, từng nhóm 10 hộ, cả thảy 60 hộ", "50 hộ", "từng"),
    _wrong(
        "Bình quân mỗi lớp 30 người, mở 4 lớp, tổng cộng 150 người.",
        "30 người, mở 4 lớp, tổng cộng 150 người", "120 người", "the average first",
    ),
    _wrong(
        "Hỗ trợ 15 hộ, mỗi hộ 2 con bò, tổng số 40 con bò.",
        "15 hộ, mỗi hộ 2 con bò, tổng số 40 con bò", "30 con", "animals for each household",
    ),
    *(Case(f"silent: {text}", text) for text in _EACH_RIGHT),
    _both("Thực hiện 100 % kế hoạch, vượt 5 %.", "Thực hiện 100 % kế hoạch, vượt"),
    _both(
        "Hoàn thành 100% chỉ tiêu huyện giao năm 2023 và vượt 3 hộ.",
        "Hoàn thành 100% chỉ tiêu huyện giao năm 2023 và vượt",
    ),
    _both("Việc làm mới bằng 100% kế hoạch năm, vượt 5% chỉ tiêu.", "bằng 100% kế hoạch năm, vượt"),
    _both("Kết quả thực hiện được 100% kế hoạch, vượt kế hoạch xã giao.", "thực hiện được 100% kế hoạch, vượt"),
    *(Case(f"silent: {text}", text) for text in _BOTH_RIGHT),
)  # fmt: skip
