"""The demonstration commune: real units of the register, invented people and figures, and our own sample plan.

Everything is done through the same actions that the screens call, so it is also the smallest example of their use.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

from giamngheo.config.commands.database import prepare as prepare_database

Say = Callable[[str], None]

COMMUNE_2024 = ("15916", date(2024, 6, 1))  # xã Hoằng Quý, huyện Hoằng Hóa
COMMUNE_NOW = ("15889", date(2025, 7, 1))  # xã Hoằng Phú, into which it went
NEIGHBOUR = ("15865", date(2025, 7, 1))  # xã Hoằng Hóa: its officer must see none of the above
PROVINCE = ("38", date(2025, 7, 1))
HOUSEHOLDS = 2_000
LAST_DAY_OF_STANDARD = date(2026, 12, 31)  # no points equal the line from then on
VILLAGES = ("Thôn Mẫu 1", "Thôn Mẫu 2", "Thôn Mẫu 3", "Thôn Mẫu 4", "Thôn Mẫu 5")

# username, full name, role, unit: nobody of these exists
PEOPLE = (
    ("canbo", "Nguyễn Thị Mẫu", "commune_officer", COMMUNE_NOW),
    ("chutich", "Trần Văn Thử", "commune_leader", COMMUNE_NOW),
    ("rasoat", "Đỗ Thị Rà", "village_reviewer", COMMUNE_NOW),
    ("tinh", "Phạm Thị Ví Dụ", "province_officer", PROVINCE),
    ("xaban", "Lê Văn Láng Giềng", "commune_officer", NEIGHBOUR),
    ("thon1", "Đỗ Văn Rà Soát", "village_reviewer", COMMUNE_NOW),
    ("quantri", "Hoàng Thị Quản Trị", "administrator", None),
)
VILLAGE_NEXT_DOOR = "Thôn Láng Giềng"  # of NEIGHBOUR
REVIEWED = VILLAGES[:1]  # the village of the reviewer


def prepare(data_dir: Path, say: Say) -> None:
    """Bring the folder's database to the demonstration's state; a second call changes nothing."""
    say(f"Dữ liệu mẫu / demonstration data: {data_dir}")
    say("  Người, thôn và số liệu đều là giả / people, villages and figures are invented.")
    prepare_database(lambda text: say(f"  {text}"))
    _units(say)
    _villages(say)
    passwords = _people(data_dir, say)
    _households(say)
    _review(say)
    _plan(say)
    _money(say)
    _gifts(say)
    _help(say)
    _work(say)
    _growth(say)
    _livelihoods(say)
    _watch(say)
    _monitoring(say)
    _population(data_dir, say)
    say("")
    say("Tài khoản / logins:")
    from giamngheo.accounts.roles import Role

    for username, full_name, role, _unit in PEOPLE:
        say(f"  {username:<9} {passwords.get(username, '(đã đổi / changed)'):<16} {full_name} – {Role(role).label}")
    say("")


def _unit(code: str, day: date):
    from giamngheo.territory.queries import unit_on

    unit = unit_on(code, day)
    if unit is None:
        raise LookupError(f"no unit {code} on {day}")
    return unit


def _units(say: Say) -> None:
    from giamngheo.territory.models import Unit

    say(f"  đơn vị hành chính / units: {Unit.objects.count():,}".replace(",", "."))


def _people(data_dir: Path, say: Say) -> dict[str, str]:
    """Users with passwords made on this PC and kept beside its data, so that no two installations share one."""
    from giamngheo.accounts import actions
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Village

    file = data_dir / "logins.json"
    passwords: dict[str, str] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    fresh = 0
    for username, full_name, role, where in PEOPLE:
        if User.objects.filter(username=username).exists():
            continue
        passwords[username] = f"xa-mau-{secrets.randbelow(9000) + 1000}-{secrets.token_hex(1)}"
        user = actions.create_user(
            username=username,
            full_name=f"{full_name} (mẫu)",
            password=passwords[username],
            by=None,
            must_change_password=False,
        )
        villages = list(Village.objects.filter(name__in=REVIEWED)) if role == "village_reviewer" else None
        actions.grant(user=user, role=role, unit=_unit(*where) if where else None, by=None, villages=villages)
        fresh += 1
    if fresh:
        file.write_text(json.dumps(passwords, indent=1), encoding="utf-8")
        file.chmod(0o600)
    say(f"  người dùng / users: {User.objects.count()} ({fresh} mới / new)")
    return passwords


def _villages(say: Say) -> None:
    from giamngheo.territory.actions import open_village
    from giamngheo.territory.models import Village

    commune = _unit(*COMMUNE_2024)
    known = set(Village.objects.values_list("name", flat=True))
    for name in VILLAGES:
        if name not in known:
            open_village(commune=commune, name=name, by=None)
    if VILLAGE_NEXT_DOOR not in known:
        open_village(commune=_unit(*NEIGHBOUR), name=VILLAGE_NEXT_DOOR, by=None, valid_from=NEIGHBOUR[1])
    say(f"  thôn / villages: {Village.objects.count()}")


def _population(data_dir: Path, say: Say) -> None:
    """Invented households of the commune of today, for asking what another standard would change; made once."""
    from giamngheo.analysis.synthesis.generate import Plan
    from giamngheo.analysis.synthesis.making import make

    code, _day = COMMUNE_NOW
    folder = data_dir / "synthetic" / code
    if not (folder / "manifest.json").exists():
        plan = Plan(HOUSEHOLDS, commune=code, day=min(date.today(), LAST_DAY_OF_STANDARD), missing=0.01)
        make(plan, folder, "csv")
    say(f"  hộ giả / invented households: {HOUSEHOLDS}".replace(",", "."))


def _households(say: Say) -> None:
    """Invented households in the invented villages, as the commune's officer would bring in a list."""
    from giamngheo.accounts.models import User
    from giamngheo.households.demonstration import prepare as prepare_households
    from giamngheo.households.demonstration import prepare_elsewhere
    from giamngheo.households.models import Household, Person
    from giamngheo.territory.models import Village

    villages = list(Village.objects.filter(name__in=VILLAGES).order_by("code"))
    prepare_households(by=User.objects.get(username="canbo"), commune=_unit(*COMMUNE_NOW), villages=villages)
    next_door = Village.objects.get(name=VILLAGE_NEXT_DOOR)
    prepare_elsewhere(by=User.objects.get(username="xaban"), village=next_door)
    say(f"  hộ, người / households, people: {Household.objects.count()}, {Person.objects.count()} (giả / invented)")


def _review(say: Say) -> None:
    """The reviews of 2026."""
    from giamngheo.accounts.models import User
    from giamngheo.review.demonstration import prepare as prepare_review
    from giamngheo.territory.models import Village

    users = {each.username: each for each in User.objects.filter(username__in=("canbo", "rasoat", "chutich"))}
    villages = list(Village.objects.filter(name__in=VILLAGES).order_by("code"))
    made = prepare_review(
        by=users["canbo"], unit=_unit(*COMMUNE_NOW), villages=villages, reviewer=users.get("rasoat"),
        leader=users.get("chutich"),
    )  # fmt: skip
    say(
        f"  rà soát / review: {made.listed} hộ, {made.surveyed} đã khảo sát / surveyed, {made.requests} giấy / requests"
    )


def _money(say: Say) -> None:
    """Money of 2023 to 2026, as the sample plan's decisions and invented ones give it."""
    from giamngheo.accounts.models import User
    from giamngheo.funds.demonstration_ledger import prepare as prepare_ledger
    from giamngheo.funds.models import FundLine, LedgerEntry

    users = {each.username: each for each in User.objects.filter(username__in=("canbo", "chutich"))}
    prepare_ledger(
        by=users["canbo"], before=_unit(*COMMUNE_2024), unit=_unit(*COMMUNE_NOW), leader=users.get("chutich")
    )
    say(f"  kinh phí / money: {FundLine.objects.count()} dòng vốn / lines, {LedgerEntry.objects.count()} bút toán")


def _gifts(say: Say) -> None:
    """Gifts of 2025 and 2026 to the commune's fund, and a group's revolving money."""
    from giamngheo.accounts.models import User
    from giamngheo.funds.demonstration_gifts import prepare as prepare_gifts
    from giamngheo.funds.demonstration_revolving import prepare as prepare_pots
    from giamngheo.territory.models import Village

    villages = list(Village.objects.filter(name__in=VILLAGES).order_by("code"))
    by, unit = User.objects.get(username="canbo"), _unit(*COMMUNE_NOW)
    given, lent = prepare_gifts(by=by, unit=unit, villages=villages), prepare_pots(by=by, unit=unit)
    say(f"  ủng hộ, vốn quay vòng / gifts, revolving money: {given}, {lent} khoản / entries (giả / invented)")


def _help(say: Say) -> None:
    """Help handed to the invented households in 2026."""
    from giamngheo.accounts.models import User
    from giamngheo.support.demonstration_deliveries import prepare as prepare_deliveries
    from giamngheo.support.models import SupportDelivery

    prepare_deliveries(by=User.objects.get(username="canbo"), unit=_unit(*COMMUNE_NOW))
    say(f"  hỗ trợ / help: {SupportDelivery.objects.count()} lần nhận / deliveries (giả / invented)")


def _growth(say: Say) -> None:
    """Weighing days and communication of 2026."""
    from giamngheo.accounts.models import User
    from giamngheo.support.nutrition_demonstration import prepare as prepare_growth
    from giamngheo.support.outreach_demonstration import prepare as prepare_outreach
    from giamngheo.territory.models import Village

    by, unit = User.objects.get(username="canbo"), _unit(*COMMUNE_NOW)
    measured = prepare_growth(by=by, unit=unit)
    acts = prepare_outreach(by=by, unit=unit, villages=list(Village.objects.filter(name__in=VILLAGES).order_by("code")))
    say(f"  cân đo, truyền thông / measurements, communication: {measured}, {acts} (giả / invented)")


def _work(say: Say) -> None:
    """What is done under the programme in 2024-2026, by whom, how far."""
    from giamngheo.accounts.models import User
    from giamngheo.funds.queries import sources
    from giamngheo.programme.demonstration import prepare as prepare_work
    from giamngheo.territory.models import Village

    users = {each.username: each for each in User.objects.filter(username__in=("canbo", "chutich"))}
    made = prepare_work(
        by=users["canbo"], unit=_unit(*COMMUNE_NOW), leader=users["chutich"],
        villages=list(Village.objects.filter(name__in=VILLAGES).order_by("code")),
        known_sources=[each.code for each in sources() if not each.is_loan],
    )  # fmt: skip
    say(f"  đầu việc, việc được giao / work items, tasks: {made.items}, {made.tasks} (giả / invented)")


def _livelihoods(say: Say) -> None:
    """Livelihood projects, labour, courses and policy credit of 2026."""
    from giamngheo.accounts.models import User
    from giamngheo.funds.demonstration_credit import prepare as prepare_credit
    from giamngheo.labour.demonstration import prepare as prepare_labour
    from giamngheo.labour.demonstration_courses import prepare as prepare_courses
    from giamngheo.labour.models import LabourRecord
    from giamngheo.support.demonstration_livelihood import pay as pay_projects
    from giamngheo.support.demonstration_livelihood import prepare as prepare_projects
    from giamngheo.support.models import LivelihoodProject

    by, unit = User.objects.get(username="canbo"), _unit(*COMMUNE_NOW)
    prepare_projects(by=by, unit=unit)
    pay_projects(by=by, unit=unit)
    prepare_labour(by=by, unit=unit)
    courses = prepare_courses(by=by, unit=unit)
    months = prepare_credit(by=by, unit=unit, before=_unit(*COMMUNE_2024))
    projects, told = LivelihoodProject.objects.count(), LabourRecord.objects.count()
    say(f"  sinh kế, việc làm / livelihood, labour: {projects} dự án, {told} lời khai (giả / invented)")
    say(f"  lớp, tín dụng / courses, credit: {courses} lớp, {months} báo cáo tháng (giả / invented)")


def _watch(say: Say) -> None:
    """Lists of earlier years, some locations, and what the alerts find today."""
    from giamngheo.accounts.models import User
    from giamngheo.monitoring.demonstration_watch import prepare as prepare_watch

    found = prepare_watch(by=User.objects.get(username="canbo"), unit=_unit(*COMMUNE_NOW))
    say(f"  cảnh báo / alerts: {found}")


def _monitoring(say: Say) -> None:
    """Typed values, targets and reports of 2025 and 2026."""
    from giamngheo.accounts.models import User
    from giamngheo.monitoring.demonstration import prepare as prepare_monitoring
    from giamngheo.monitoring.demonstration_inspections import prepare as prepare_inspections
    from giamngheo.monitoring.demonstration_surveys import prepare as prepare_surveys

    users = {each.username: each for each in User.objects.filter(username__in=("canbo", "tinh", "xaban"))}
    made = prepare_monitoring(
        by=users["canbo"], unit=_unit(*COMMUNE_NOW), above=users["tinh"],
        neighbour=(_unit(*NEIGHBOUR), users["xaban"]),
    )  # fmt: skip
    say(f"  giám sát / monitoring: {made} báo cáo / reports (giả / invented)")
    found = prepare_inspections(by=users["canbo"], unit=_unit(*COMMUNE_NOW))
    say(f"  kiểm tra / inspections: {found} phát hiện / findings (giả / invented)")
    asked = prepare_surveys(by=users["canbo"], unit=_unit(*COMMUNE_NOW))
    say(f"  khảo sát / surveys: {asked} hộ / households (giả / invented)")


def _plan(say: Say) -> None:
    """Import the sample plan as its officer would; say what the check finds in it. And a short draft of this year."""
    from giamngheo.accounts.models import User
    from giamngheo.paperwork.readers import read
    from giamngheo.planning.actions import import_plan
    from giamngheo.planning.check import check

    for name in ("ke-hoach-mau-2026.md", "ke-hoach-mau.md"):
        sample = Path(str(files("giamngheo.planning") / "samples" / name))
        document = read(sample)
        outcome = import_plan(
            by=User.objects.get(username="canbo"), document=document, file_content=sample.read_bytes(),
            file_name=sample.name,
        )  # fmt: skip
        counts = outcome.counts()
        state = "đã có / there already" if outcome.status == "unchanged" else "mới / new"
        say(f"  kế hoạch / plan: {outcome.commune.name} {outcome.year}, {counts['projects']} dự án, {state}")
    found = Counter(str(finding.severity) for finding in check(document))
    say(f"  kiểm tra thấy / found: {found['error']} lỗi, {found['warning']} cảnh báo, {found['info']} lưu ý")
