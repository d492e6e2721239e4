"""What the service under test has in its archive."""

from __future__ import annotations

from factory import article, says

from indexer.model import Kind, Occasion, Stance
from indexer.query import StoredArticle

MILL = "https://courier.example/mill?page=1&part=<b>"
DEPOT = "/srv/archive/depot news.txt"


def articles() -> list[StoredArticle]:
    return [
        article(
            MILL,
            says(
                "“The mill will <b>close</b> in June,”",
                "Ida Brandt",
                as_printed="the owner",
                said="2025-02-12",
                before="Nobody in the valley had expected the news.",
                after="The workers were told by letter.",
                occasion=Occasion("Radio Fell", None, None, "told Radio Fell"),
            ),
            says("that the mill had debts", "Otto Lind", kind=Kind.INDIRECT, stance=Stance.DENIED),
            says(("“We were tired,”", "“and we were cold.”"), None, as_printed="he"),
            url="https://courier.example/mill?page=1",
            title="Mill <script>alert(1)</script> to close",
            authors=("A. Writer",),
            others=("2025-03-06",),
        ),
        article(
            DEPOT,
            says("“The depot <script>alert(2)</script> stays open.”", "Ida Brandt"),
            outlet=None,
            published=None,
            title=None,
            url="javascript:alert(3)",
        ),
        *[
            article(
                f"bus-{number}",
                says(f"“Bus number {number} was late.”", f"Driver {number % 3}", said=f"2024-05-{number + 1:02d}"),
                outlet="Valley Post",
                published="2024-06-01T11:33:00",
            )
            for number in range(25)
        ],
    ]
