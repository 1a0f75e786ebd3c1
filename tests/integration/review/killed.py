"""A process of its own that signs a decision (or closes a round) and dies in the middle, as when the power goes off.

python -m tests.integration.review.killed sign DECISION | close ROUND
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import date


def die(*_args: object, **_values: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giamngheo.config.settings")
    django.setup()
    from giamngheo.review.actions import decisions, round_closing
    from giamngheo.review.deciding_values import Signing
    from giamngheo.review.keeping import class_register as classes
    from giamngheo.review.models import Decision, ReviewRound

    what, key = sys.argv[1], int(sys.argv[2])
    if what == "sign":
        write = classes.write

        def half(plan: classes.Plan) -> None:
            write(plan._replace(begun=plan.begun[:1]))
            die()

        classes.write = half  # type: ignore[assignment]
        signing = Signing(date(2026, 10, 1), "Chủ Tịch Giả")
        decisions.sign_decision(by=None, decision=Decision.objects.get(pk=key), signing=signing)
    else:
        round_closing.close_movements = die  # type: ignore[assignment]
        round_closing.close_round(by=None, round_=ReviewRound.objects.get(pk=key))


if __name__ == "__main__":
    main()
