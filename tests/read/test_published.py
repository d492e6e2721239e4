"""Dates as printed: whole ones only, nothing from today, no guess between day and month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from indexer.errors import Invalid
from indexer.model import Basis, PublishedDate
from indexer.read.dates.published import from_file_name, from_url, given, most_trusted, read_date


@pytest.mark.parametrize(
    ("printed", "value", "zone"),
    [
        ("Tuesday, March 10, 2026", "2026-03-10", None),
        ("10 March 2026", "2026-03-10", None),
        ("March 10th, 2026", "2026-03-10", None),
        ("Mar. 10, 2026", "2026-03-10", None),
        ("2026-03-10", "2026-03-10", None),
        ("2026/03/10", "2026-03-10", None),
        ("20260310", "2026-03-10", None),
        ("13/03/2026", "2026-03-13", None),
        ("03/13/2026", "2026-03-13", None),
        ("05/05/2026", "2026-05-05", None),
        ("10.03.2026", "2026-03-10", None),
        ("2026-03-10 07:45:00", "2026-03-10T07:45:00", None),
        ("2026-03-10T07:45", "2026-03-10T07:45:00", None),
        ("2026-03-10T07:45:00Z", "2026-03-10T07:45:00", "+00:00"),
        ("2026-03-10T07:45:00+05:30", "2026-03-10T07:45:00", "+05:30"),
        ("2026-03-10T07:45:00-0800", "2026-03-10T07:45:00", "-08:00"),
        ("2026-03-10 07:45 GMT+2", "2026-03-10T07:45:00", "+02:00"),
        ("Tue, 10 Mar 2026 07:45:10 +0000", "2026-03-10T07:45:10", "+00:00"),
        ("10 March 2026, 7pm", "2026-03-10T19:00:00", None),
        ("10 March 2026 at 7:45 p.m. EDT", "2026-03-10T19:45:00", "-04:00"),
        ("March 10, 2026 | 07:45", "2026-03-10T07:45:00", None),
        ("Published: 10 March 2026", "2026-03-10", None),
        ("Posted on March 10, 2026", "2026-03-10", None),
        ("First published on 10 March 2026 07:45", "2026-03-10T07:45:00", None),
        ("  10   March  2026 ", "2026-03-10", None),
        ("31 December 1899", "1899-12-31", None),
    ],
)
def test_whole_dates_are_read(printed: str, value: str, zone: str | None) -> None:
    found = read_date(printed, Basis.HEADER)
    assert found == PublishedDate(value, zone, Basis.HEADER, " ".join(printed.split()))


@pytest.mark.parametrize(
    "printed",
    [
        "Tuesday",
        "10 March",
        "March 2026",
        "2026",
        "07:45",
        "2026-03",
        "7pm",
        "yesterday",
        "03/04/2026",  # two readings
        "10/03/26",
        "2026-13-02",
        "2026-02-30",
        "31/02/2026",
        "13/13/2026",
        "32 March 2026",
        "Updated 10 March 2026",
        "On Tuesday 10 March 2026 the bridge was shut for repairs",
        "The year 2026 began with 3 storms in January",
        "",
        "10 March 2026 " * 20,
    ],
)
def test_parts_ambiguities_and_sentences_are_no_dates(printed: str) -> None:
    assert read_date(printed, Basis.HEADER) is None


@pytest.mark.parametrize("name", ["CST", "IST", "BST", "ET"])
def test_a_zone_that_means_several_offsets_stays_unknown(name: str) -> None:
    found = read_date(f"2026-03-10 07:45 {name}", Basis.METADATA)
    assert found is not None
    assert (found.value, found.zone) == ("2026-03-10T07:45:00", None)


def test_the_zone_of_the_machine_never_enters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.tzname", ("XYZT", "XYZS"))
    found = read_date("2026-03-10 07:45 XYZT", Basis.METADATA)
    assert found is not None
    assert found.zone is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://gazette.example/2026/03/10/bridge-shut", "2026-03-10"),
        ("https://gazette.example/news/2026/mar/10/bridge", "2026-03-10"),
        ("https://gazette.example/a-bridge-2026-03-10.html", "2026-03-10"),
        ("https://gazette.example/20260310/bridge", "2026-03-10"),
        ("https://gazette.example/2026/03/bridge", None),
        ("https://gazette.example/2026/13/10/bridge", None),
        ("https://gazette.example/id/120260310", None),
        ("https://gazette.example/bridge?date=2026-03-10", None),
        ("https://cdn.gazette.example/2026/03/10/bridge.jpg?width=800", None),
        ("not an address", None),
        ("http://[gazette.example/2026/03/10", None),
    ],
)
def test_the_day_in_an_address(url: str, value: str | None) -> None:
    found = from_url(url)
    assert (found and found.value) == value
    assert found is None or found.basis is Basis.URL


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("2026-03-10-bridge.txt", "2026-03-10"),
        ("bridge_20260310.txt.gz", "2026-03-10"),
        ("bridge.2026_03_10.html", "2026-03-10"),
        ("00a20260310f.txt", None),
        ("bridge-2026.txt", None),
    ],
)
def test_the_day_in_a_file_name(name: str, value: str | None) -> None:
    found = from_file_name(name)
    assert (found and found.value) == value


def _date(value: str, basis: Basis) -> PublishedDate:
    return PublishedDate(value, None, basis, value)


@pytest.mark.parametrize("zone", ["+25:00", "GMT+2500", "+2400", "-9999"])
def test_a_zone_beyond_a_day_makes_no_date(zone: str) -> None:
    assert read_date(f"2026-04-05 10:00 {zone}", Basis.METADATA) is None


@hypothesis_given(
    st.from_regex(r"(?:\w{3,9} )?\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}[T ]\d{2}:\d{2}(?::\d\d)? ?[A-Z+-]{0,4}\d{0,5}")
)
def test_whatever_looks_like_a_date_is_one_or_none(text: str) -> None:
    found = read_date(text, Basis.HEADER)
    assert found is None or date.fromisoformat(found.value[:10])


def test_the_most_trusted_date_comes_first_and_all_others_are_kept() -> None:
    dates = [
        _date("2026-03-05", Basis.FILE_NAME),
        _date("2026-03-04", Basis.URL),
        None,
        _date("2026-03-03", Basis.FOOTER),
        _date("2026-03-02", Basis.HEADER),
        _date("2026-03-01", Basis.METADATA),
        _date("2026-02-28", Basis.GIVEN),
        _date("2026-03-01", Basis.METADATA),
    ]
    found = most_trusted(dates)
    assert found is not None
    assert found.best.basis is Basis.GIVEN
    assert [other.basis for other in found.others] == [
        Basis.METADATA, Basis.HEADER, Basis.FOOTER, Basis.URL, Basis.FILE_NAME,
    ]  # fmt: skip


def test_no_date_is_no_date() -> None:
    assert most_trusted([None, None]) is None


@pytest.mark.parametrize("value", ["soon", "2026", "03/04/2026", ""])
def test_a_given_date_must_be_whole(value: str) -> None:
    with pytest.raises(Invalid) as refused:
        given(value)
    assert refused.value.field == "published"


@hypothesis_given(st.text(max_size=90))
def test_any_line_is_a_date_or_none(line: str) -> None:
    found = read_date(line, Basis.HEADER)
    assert found is None or date.fromisoformat(found.value[:10]) == found.day


@hypothesis_given(
    st.text(alphabet="0123456789 /-.:,|+TZ", max_size=30)
    | st.from_regex(r"\A[A-Z]{3,5} ?\d{1,8}[:/. -]?\d{0,8} ?\w*\Z")
)
def test_what_looks_like_a_date_never_breaks(line: str) -> None:
    found = read_date(line, Basis.FOOTER)
    assert found is None or str(found.day.year) in line or found.value[:4] in line


@hypothesis_given(
    st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %b %Y", "%d.%m.%Y", "%Y%m%d"]),
)
def test_every_day_in_every_form_comes_back(day: date, form: str) -> None:
    found = read_date(day.strftime(form), Basis.HEADER)
    assert found is not None
    assert found.value == day.isoformat()


@hypothesis_given(st.text(max_size=60))
def test_any_address_and_name_is_a_date_or_none(text: str) -> None:
    from_file_name(text)
    from_url(f"https://gazette.example/{text}")
