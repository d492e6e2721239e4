"""The two articles that the design speaks of, read where they lie; without them nothing is checked here."""

from __future__ import annotations

from pathlib import Path

from indexer.model import Article, Basis
from indexer.read import read

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SEEDS = sorted(FOLDER.glob("00[01]_*.txt")) if FOLDER.is_dir() else []

EXPECTED = {
    "000": ("2025-09-14", Basis.HEADER, [(0, 26), (28, 144), (7900, 8004)], False),
    "001": ("2025-02-13T11:33:00", Basis.FOOTER, [(0, 98), (7085, 7250), (7251, 7270)], True),
}


def _read(path: Path) -> Article:
    (article,) = read([path])
    assert isinstance(article, Article)
    return article


def test_dates_furniture_and_origin() -> None:
    for path in SEEDS:
        value, basis, furniture, hinted = EXPECTED[path.name[:3]]
        article = _read(path)
        assert article.published is not None
        assert (article.published.best.value, article.published.best.basis) == (value, basis)
        assert article.published.best.zone is None
        assert article.published.others == ()
        assert article.outlet is None
        assert article.url is None
        assert [(span.start, span.end) for span in article.furniture] == furniture
        assert (article.origin_hint is not None) is hinted
        assert article.title == article.furniture[1 if basis is Basis.HEADER else 0].text
        assert article.text == path.read_bytes().decode()
