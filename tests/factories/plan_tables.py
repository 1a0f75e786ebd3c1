"""The made-up plan with a table among its activities."""

from tests.factories.plan_text import plan_text

TABLE = (
    "| STT | Việc làm | Số hộ | Kinh phí (triệu đồng) |\n| --- | --- | --- | --- |\n"
    "| 1 | Nuôi bò sinh sản ở xã Hoàng Phú | 12 | 120 |\n| 2 | Nuôi dê | 5 | 50 |\n| | Cộng | 17 | 170 |"
)
AFTER = "- Tập huấn kỹ thuật chăn nuôi."


def plan_with_table(**changes: str) -> str:
    """The text of that plan, with words replaced; a word that does not occur is a mistake."""
    text = plan_text(**{AFTER: f"{AFTER}\n\n{TABLE}"})
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text
