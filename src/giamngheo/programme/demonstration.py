"""The demonstration's work of 2024-2026: posts, items, progress, tasks (some late), a committee and its meeting.

All of it is invented. Through the verbs that the screens call.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.documents.actions import Citation
from giamngheo.programme import actions
from giamngheo.programme.models import BeneficiaryGroup, ProgrammeNode, SteeringMember, WorkItem
from giamngheo.programme.values import Foreseen, Held, Work

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.models import Post
    from giamngheo.territory.models import Unit, Village


class Sample(NamedTuple):
    """An invented item. `source`, `million`: money foreseen; `done`: sums by day; `village` None: the whole commune."""

    year: int
    node: str
    title: str
    quantity: int | None
    measure: str
    village: int | None
    starts: date
    ends: date
    source: str
    million: int
    done: tuple[tuple[date, int], ...] = ()
    state: str = ""


_D = date
SAMPLES = (
    Sample(2024, "DA2", "Hỗ trợ bò cái sinh sản (mẫu)", 12, "hộ", 0, _D(2024, 3, 1), _D(2024, 11, 30), "TW-SN", 240,
           ((_D(2024, 5, 31), 4), (_D(2024, 8, 15), 9), (_D(2024, 11, 20), 12)), "done"),
    Sample(2024, "DA3.1", "Mô hình lúa chất lượng cao (mẫu)", 15, "ha", 1, _D(2024, 1, 15), _D(2024, 10, 31), "TW-SN",
           150, ((_D(2024, 6, 10), 8), (_D(2024, 10, 20), 15)), "done"),
    Sample(2024, "DA6.2", "Truyền thông về giảm nghèo (mẫu)", 10, "buổi", None, _D(2024, 2, 1), _D(2024, 12, 20),
           "TW-SN", 30, ((_D(2024, 12, 1), 10),), "done"),
    Sample(2025, "DA2", "Hỗ trợ gà thả vườn (mẫu)", 20, "hộ", 2, _D(2025, 3, 1), _D(2025, 10, 31), "TW-SN", 180,
           ((_D(2025, 5, 30), 8), (_D(2025, 9, 15), 20)), "done"),
    Sample(2025, "DA4.1", "Lớp may công nghiệp (mẫu)", 30, "người", None, _D(2025, 4, 1), _D(2025, 9, 30), "TW-SN", 120,
           ((_D(2025, 8, 31), 27),), "done"),
    Sample(2025, "DA7.1", "Tập huấn rà soát viên thôn (mẫu)", 2, "lớp", None, _D(2025, 7, 15), _D(2025, 8, 31), "TW-SN",
           25, ((_D(2025, 8, 20), 1),), "stopped"),
    Sample(2026, "DA2", "Hỗ trợ trâu, bò từ vốn chuyển nguồn (mẫu)", 10, "hộ", 0, _D(2026, 2, 1), _D(2026, 12, 15),
           "TW-SN", 200, ((_D(2026, 4, 10), 2), (_D(2026, 7, 1), 4), (_D(2026, 10, 5), 6))),
    Sample(2026, "H1.04", "Lớp dệt chiếu cho phụ nữ (mẫu)", 25, "người", 1, _D(2026, 3, 1), _D(2026, 8, 31), "TW-SN",
           110, ((_D(2026, 5, 15), 10), (_D(2026, 8, 10), 18))),
    Sample(2026, "H1.03", "Nuôi ong lấy mật, mô hình cộng đồng (mẫu)", 8, "hộ", 2, _D(2026, 4, 1), _D(2027, 3, 31),
           "TW-SN", 160, ((_D(2026, 6, 15), 2), (_D(2026, 8, 30), 5), (_D(2026, 11, 1), 6))),
    Sample(2026, "H1.02", "Sửa đường nội thôn (mẫu)", 1, "km", 3, _D(2026, 9, 1), _D(2026, 12, 31), "TW-DT", 450),
    Sample(2026, "H1.05", "Tư vấn việc làm cho thanh niên (mẫu)", None, "", None, _D(2026, 5, 1), _D(2026, 12, 20), "",
           0, ((_D(2026, 7, 1), 20), (_D(2026, 9, 1), 45), (_D(2026, 11, 10), 80))),
    Sample(2026, "H1.06", "Đối thoại với hộ nghèo (mẫu)", 5, "buổi", 4, _D(2026, 11, 1), _D(2027, 1, 31), "", 15),
)  # fmt: skip


class Made(NamedTuple):
    """How much of it stands."""

    items: int
    tasks: int


@transaction.atomic
def prepare(*, by: User, unit: Unit, villages: Sequence[Village], leader: User, known_sources: Sequence[str]) -> Made:
    """The work of 2024-2026, once. `known_sources`: codes of the dictionary of funds; no others."""
    if WorkItem.objects.filter(unit=unit).exists():
        return Made(0, 0)
    chief, officer = _posts(by, unit, leader)
    groups = list(BeneficiaryGroup.objects.order_by("order")[:2])
    made = [_item(by, unit, each, villages, (officer, chief), groups, known_sources) for each in SAMPLES]
    return Made(len(made), _tasks(by, unit, leader, officer, chief, made))


def _posts(by: User, unit: Unit, leader: User) -> tuple[Post, Post]:
    chief = actions.open_post(by=by, unit=unit, name="Phó Chủ tịch UBND xã")
    officer = actions.open_post(by=by, unit=unit, name="Công chức phụ trách giảm nghèo", chief=chief)
    actions.appoint(by=by, post=chief, user=leader, valid_from=date(2025, 7, 1))
    actions.appoint(by=by, post=officer, user=leader, valid_from=date(2025, 7, 1), valid_to=date(2025, 12, 31))
    actions.appoint(by=by, post=officer, user=by, valid_from=date(2026, 1, 1))
    return chief, officer


def _item(
    by: User, unit: Unit, sample: Sample, villages: Sequence[Village], posts: tuple[Post, Post],
    groups: Sequence[BeneficiaryGroup], known: Sequence[str],
) -> WorkItem:  # fmt: skip
    period = "2021-2025" if sample.node.startswith("DA") else "2026-2030"
    node = ProgrammeNode.objects.select_related("period").get(period__code=period, code=sample.node)
    amount = sample.million * 1_000_000
    work = Work(
        node, sample.year, sample.title, sample.starts, sample.ends,
        quantity=Decimal(sample.quantity) if sample.quantity else None, measure=sample.measure,
        village=villages[sample.village] if sample.village is not None and sample.village < len(villages) else None,
        groups=groups, budget=amount or None, lead=posts[0], coordinating=posts[1:],
        sources=[Foreseen(sample.source, amount)] if sample.source in known and amount else (),
    )  # fmt: skip
    item = actions.create_work_item(by=by, unit=unit, work=work)
    for on, done in sample.done:
        if on <= timezone.localdate():
            actions.enter_progress(by=by, item=item, on=on, done=Decimal(done), note="(mẫu)")
    item.refresh_from_db()
    if sample.state and item.state == "running":
        reason = "chuyển sang chương trình mới (mẫu)" if sample.state == "stopped" else ""
        actions.set_work_state(by=by, item=item, state=sample.state, reason=reason)
    return item


def _tasks(by: User, unit: Unit, leader: User, officer: Post, chief: Post, items: Sequence[WorkItem]) -> int:
    today = timezone.localdate()

    def give(title: str, post: Post, due: int, origin: object = None):
        day = today + timedelta(due)
        return actions.give_task(
            by=by, unit=unit, title=title, post=post, given_on=min(today, day) - timedelta(20), due_on=day,
            origin=origin,  # type: ignore[arg-type]
        )  # fmt: skip

    give("Nghiệm thu đợt 2, lập bảng kê hộ nhận bò (mẫu)", officer, -6, items[6])
    give("Gửi danh sách học viên lớp dệt chiếu (mẫu)", officer, 2, items[7])
    give("Ký hợp đồng sửa đường nội thôn (mẫu)", chief, 12, items[9])
    done = give("Chọn hộ nuôi ong, niêm yết danh sách (mẫu)", officer, -30, items[8])
    actions.set_task_state(by=by, task=done, state="done", on=today - timedelta(32), note="đã niêm yết (mẫu)")
    meeting = actions.hold_meeting(by=by, unit=unit, held=_held(by, unit, leader, today - timedelta(9)))
    give("Báo cáo nguyên nhân chậm của từng đầu việc (mẫu)", officer, -2, meeting)
    give("Rà lại kinh phí phải dùng trước 31/12/2026 (mẫu)", officer, 5, meeting)
    actions.number_minutes(by=by, meeting=meeting)
    issued = today - timedelta(15)
    cited = Citation(
        key="MẪU 77/CT-UBND|38", symbol="77/CT-UBND", doc_type="CT", number="77", issued_on=issued,
        issuer_name="UBND tỉnh (mẫu)",
    )  # fmt: skip
    directive = actions.register_directive(
        by=by, unit=unit, subject="Đẩy nhanh tiến độ thực hiện và giải ngân (mẫu)", arrived_on=issued + timedelta(2),
        received=cited,
    )  # fmt: skip
    give("Báo cáo tiến độ thực hiện đến hết tháng (mẫu)", officer, 8, directive)
    return 7


def _held(by: User, unit: Unit, leader: User, on: date) -> Held:
    def seat(name: str, role: str, post: str, user: User | None = None) -> SteeringMember:
        return actions.seat_member(
            by=by, unit=unit, name=name, role=role, post=post, valid_from=date(2025, 7, 15), user=user
        )

    head = seat("Trần Văn Thử (mẫu)", "head", "Chủ tịch UBND xã", leader)
    others = [
        seat("Lê Thị Bìa (mẫu)", "deputy", "Phó Chủ tịch UBND xã"),
        seat("Nguyễn Thị Mẫu", "standing", "Công chức Phòng Văn hóa - Xã hội", by),
        seat("Phạm Văn Nháp (mẫu)", "member", "Chủ tịch Ủy ban MTTQ Việt Nam xã"),
    ]
    return Held(
        on, "Phòng họp UBND xã", "Tiến độ các đầu việc năm 2026 (mẫu)", head, "Nguyễn Thị Mẫu", [head, *others],
        opinions="Một số đầu việc chậm vì chờ con giống\nCần ưu tiên vốn chuyển nguồn",
    )  # fmt: skip
