"""The pages of what the archive holds: its outlets, and how far what it says can be believed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import render_template, url_for

from indexer.query import FacetCount, Held
from service.answers import make_quotes
from service.archive import archive
from service.pages import calibration_plot
from service.pages.bars import Bars, of_months
from service.pages.blueprint import site
from service.pages.filled import address
from service.query.filters import BY_ID


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the archive has of one outlet.

    Args:
        name: None for the articles whose outlet is not known.
        first, last: months of publication, None where no article is dated.
        undated: articles without a date.
    """

    name: str | None
    articles: int
    quotes: int
    first: str | None
    last: str | None
    undated: int
    address: str | None


@site.get("/outlets")
def outlets() -> str:
    """Every outlet, with its span of time and coverage."""
    held = archive().store().holdings()
    return render_template("outlets.html", outlets=by_outlet(held), bars=_bars(held))


@site.get("/about")
def about() -> str:
    """What is in the archive, how it was found, and how sure that is."""
    store = archive().store()
    held = store.holdings()
    return render_template(
        "about.html",
        counts=make_quotes.of_counts(store.counts()),
        outlets=by_outlet(held),
        bars=_bars(held),
        plot=calibration_plot.plot(),
        contact=archive().contact,
        docs=url_for("pages.documentation"),
    )


def by_outlet(held: Iterable[Held]) -> tuple[Outlet, ...]:
    """The outlets, those with most articles first; unknown ones last."""
    found: dict[str | None, list[Held]] = {}
    for each in held:
        found.setdefault(each.outlet, []).append(each)
    made = [_outlet(name, parts) for name, parts in found.items()]
    return tuple(sorted(made, key=lambda each: (each.name is None, -each.articles, each.name or "")))


def _outlet(name: str | None, parts: list[Held]) -> Outlet:
    months = [each.month for each in parts if each.month is not None]
    return Outlet(
        name=name,
        articles=sum(each.articles for each in parts),
        quotes=sum(each.quotes for each in parts),
        first=min(months, default=None),
        last=max(months, default=None),
        undated=sum(each.articles for each in parts if each.month is None),
        address=address({}, outlet=f"{BY_ID}{name}") if name else None,
    )


def _bars(held: Iterable[Held]) -> Bars | None:
    """The articles by month, each month leading to its quotes."""
    by_month: dict[str, int] = {}
    held = tuple(held)
    for each in held:
        if each.month is not None:
            by_month[each.month] = by_month.get(each.month, 0) + each.articles
    months = [FacetCount(month, month, count) for month, count in sorted(by_month.items())]
    total = sum(each.articles for each in held)
    return of_months(months, total, lambda first, last: address({}, published_from=first, published_to=last), "article")
