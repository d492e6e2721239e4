"""Dates of filters as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from service.query.dates import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024/02", "2024-02-01", "2024-02-29"),
        ("2/2024", "2024-02-01", "2024-02-29"),
        ("02.2024", "2024-02-01", "2024-02-29"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("feb. 2024", "2024-02-01", "2024-02-29"),
        ("FEBRUARY, 2024", "2024-02-01", "2024-02-29"),
        ("Februar 2024", "2024-02-01", "2024-02-29"),
        ("febrero de 2024", "2024-02-01", "2024-02-29"),
        ("2024-2-9", "2024-02-09", "2024-02-09"),
        ("2024/02/09", "2024-02-09", "2024-02-09"),
        ("9 February 2024", "2024-02-09", "2024-02-09"),
        (" 9  Feb  2024 ", "2024-02-09", "2024-02-09"),
        ("9th of February, 2024", "2024-02-09", "2024-02-09"),
        ("February 9, 2024", "2024-02-09", "2024-02-09"),
        ("Feb. 9th, 2024", "2024-02-09", "2024-02-09"),
        ("9. Februar 2024", "2024-02-09", "2024-02-09"),
        ("9 NİSAN 2024", "2024-04-09", "2024-04-09"),
        ("Aralık 2024", "2024-12-01", "2024-12-31"),
        ("ARALIK 2024", "2024-12-01", "2024-12-31"),
        ("12 Aprıl 2024", "2024-04-12", "2024-04-12"),
        ("9.2.2024", "2024-02-09", "2024-02-09"),
        ("23/02/2024", "2024-02-23", "2024-02-23"),
        ("02/23/2024", "2024-02-23", "2024-02-23"),
        ("02/02/2024", "2024-02-02", "2024-02-02"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert (str(first_day(text)), str(last_day(text))) == (first, last)


@pytest.mark.parametrize("read", [first_day, last_day])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("03/10/2026", "'03/10/2026' is 3 October 2026 or 10 March 2026: write 2026-10-03 or 2026-03-10"),
        ("3-10-2026", "'3-10-2026' is 3 October 2026 or 10 March 2026: write 2026-10-03 or 2026-03-10"),
        ("31/02/2026", "there is no day '31/02/2026'"),
        ("13/2026", "there is no day '13/2026'"),
        ("2026-02-30", "there is no day '2026-02-30'"),
        ("0000", "there is no day '0000'"),
        ("30 February 2026", "is no date: write 2025, 2025-02, 2025-02-12 or 12 February 2025"),
        ("March", "'March' is no date"),
        ("12 March", "is no date"),
        ("03/26", "is no date"),
        ("Monday 2026", "is no date"),
        ("12 March 2026 or later", "is no date"),
        ("12 March 2026, 10:30", "is no date"),
        ("", "'' is no date"),
        ("1" * 60, "11...' is no date"),
    ],
)
def test_what_is_no_date_or_two_is_refused(read: Callable[[str], date], text: str, why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        read(text)
