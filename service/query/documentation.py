"""The table of filters in the documentation: ``python -m service.query.documentation docs/api.md`` renews it there."""

from __future__ import annotations

import sys
from pathlib import Path

from service.query.filters import FILTERS, Filter, Place
from service.query.parts import written

BEGIN, END = "<!-- filters: made from service/query/filters.py -->", "<!-- end of filters -->"


def table() -> str:
    """A line of Markdown for each filter."""
    head = "| parameter | in `q` | of a check | means |\n|---|---|---|---|\n"
    return head + "".join(f"| {' | '.join(_cells(each))} |\n" for each in FILTERS)


def renewed(page: str) -> str:
    """The page with the table of today between its two comments."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}{END}{after}"


def _cells(row: Filter) -> tuple[str, str, str, str]:
    parameter = f"`{row.name}`{', or several' if row.type.repeats else ''}" if Place.SEARCH in row.places else ""
    field = f"`{written(row, row.example)}`" if Place.Q in row.places else ""
    return parameter, field, "yes" if Place.CHECK in row.places else "", row.help


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
