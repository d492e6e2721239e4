"""Makes answers from records, alike for the API, the pages and the command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from indexer import model, query
from indexer.printed import Link, Utterance
from indexer.query import Counts, Hit, Page, StoredArticle
from indexer.store.base import without_text
from service import answers
from service.addresses import path_to
from service.answers.make_speakers import of_hint
from service.people import Hint


def hit_json(hit: Hit, utterance: Utterance | None = None) -> dict[str, Any]:
    """A hit as the API sends it: see ``answers.Quote``."""
    return answers.as_json(of_hit(hit, utterance))


def of_hit(hit: Hit, utterance: Utterance | None = None, links: Sequence[Link] | None = None) -> answers.Quote:
    """A quote with its article's data and, if given, the utterance that it reports and its other wordings."""
    quote, article = hit.quote, hit.article
    return answers.Quote(
        id=quote.id,
        article_id=quote.article_id,
        text=quote.text,
        quoted=list(quote.quoted),
        kind=quote.kind,
        stance=quote.stance,
        act=quote.act,
        speaker=of_attributed(quote.speaker),
        source=_spans(quote.source),
        cue=_spans(quote.cue),
        content=_spans(quote.content),
        said=of_said(quote.said),
        published=of_published(article.published),
        when=when(quote, article),
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        authors=list(article.authors),
        language=article.language,
        origin_hint=article.origin_hint,
        provenance=_provenance(article.provenance),
        occasion=_occasion(quote.occasion),
        before=quote.before,
        after=quote.after,
        highlights=list(hit.highlights),
        confidence=answers.Confidence(
            content=quote.confidence.content,
            speaker=quote.confidence.speaker,
            said=quote.confidence.said,
            act=quote.confidence.act,
        ),
        inside=quote.inside,
        correction=_correction(quote.correction),
        between=list(quote.between),
        utterance=of_utterance(utterance, links) if utterance is not None else None,
        links=answers.QuoteLinks(
            self=path_to("/v1/quotes", quote.id),
            article=path_to("/v1/articles", quote.article_id),
            speaker=path_to("/v1/speakers", quote.speaker.id) if quote.speaker.id else None,
            page=path_to("/quotes", quote.id),
        ),
    )


def of_utterance(utterance: Utterance, links: Sequence[Link] | None = None) -> answers.Utterance:
    """What a quote reports, with its other wordings where they are given."""
    return answers.Utterance(
        id=utterance.id,
        reports=utterance.reports,
        articles=utterance.articles,
        earliest=iso_day(utterance.earliest),
        wordings=None if links is None else [_wording(link) for link in links],
        links=answers.UtteranceLinks(first=path_to("/v1/quotes", utterance.id)),
    )


def _wording(link: Link) -> answers.Wording:
    quote, article = link.hit.quote, link.hit.article
    return answers.Wording(
        quote_id=quote.id,
        article_id=quote.article_id,
        text=quote.text,
        outlet=article.outlet,
        when=when(quote, article),
        relation=link.relation,
        score=round(link.score, 3),
    )


def of_page(
    page: Page,
    *,
    facets: bool | None = None,
    utterances: Mapping[str, Utterance] | None = None,
    hints: Sequence[Hint] = (),
) -> answers.QuotePage:
    """A page of hits; ``facets`` None leaves them out when there are none.

    Args:
        utterances: what the hits report, by their ids, where they were grouped.
        hints: the people whom the search means, or may mean.
    """
    reported = utterances or {}
    counted = bool(page.facets) if facets is None else facets
    return answers.QuotePage(
        total=page.total,
        hits=[of_hit(hit, reported.get(hit.quote.id)) for hit in page.hits],
        next_cursor=page.next_cursor,
        undated=page.undated,
        facets={facet: [_count(count) for count in counts] for facet, counts in page.facets.items()}
        if counted
        else None,
        speakers=[of_hint(hint) for hint in hints] or None,
    )


def of_article(
    stored: StoredArticle, *, full_text: bool, utterances: Mapping[str, Utterance] | None = None
) -> answers.Article:
    """An article with its quotes and what they report, and with its text only if ``full_text``."""
    reported = utterances or {}
    article = stored.article
    bare = without_text(article)
    return answers.Article(
        id=article.id,
        url=article.url,
        title=article.title,
        authors=list(article.authors),
        outlet=article.outlet,
        published=of_published(article.published),
        language=article.language,
        origin_hint=article.origin_hint,
        provenance=_provenance(article.provenance),
        entries=[
            answers.Entry(
                start=entry.start, end=entry.end, published=entry.published.value if entry.published else None
            )
            for entry in article.entries
        ],
        text=article.text if full_text else None,
        furniture=[(span.start, span.end) for span in article.furniture] if full_text else None,
        quotes=[of_hit(Hit(quote, bare.at(quote.content[0].start)), reported.get(quote.id)) for quote in stored.quotes],
        links=answers.ArticleLinks(self=path_to("/v1/articles", article.id), page=path_to("/articles", article.id)),
    )


def _provenance(made: model.Provenance | None) -> answers.Provenance | None:
    if made is None:
        return None
    return answers.Provenance(
        reader=made.reader,
        version=made.version,
        extractor=made.extractor,
        remarks=list(made.remarks),
        read_at=made.read_at,
        extracted_at=made.extracted_at,
    )


def of_holdings(held: Sequence[query.Held]) -> answers.OutletList:
    """The outlets, given what is held in order of their names."""
    made = []
    for name, parts in groupby(held, key=lambda each: each.outlet):
        months = list(parts)
        made.append(
            answers.OutletSummary(
                name=name,
                articles=sum(each.articles for each in months),
                quotes=sum(each.quotes for each in months),
                months={each.month: each.articles for each in months if each.month is not None},
            )
        )
    return answers.OutletList(outlets=made)


def of_counts(counts: Counts) -> answers.Readiness:
    """What the store holds."""
    return answers.Readiness(
        status="ready",
        articles=counts.articles,
        quotes=counts.quotes,
        speakers=counts.speakers,
        outlets=counts.outlets,
        earliest=iso_day(counts.earliest),
        latest=iso_day(counts.latest),
    )


def when(quote: model.Quote, article: model.Article) -> answers.When | None:
    """``said``, else ``published``, else None."""
    if quote.said is not None:
        return answers.When(**{"from": str(quote.said.from_)}, to=str(quote.said.to), basis="said")
    if article.published is not None:
        best = article.published.best
        return answers.When(**{"from": str(best.day)}, to=str(best.last_day), basis="published")
    return None


def iso_day(day: date | None) -> str | None:
    """A day as ISO 8601, None where there is none."""
    return None if day is None else day.isoformat()


def _spans(spans: tuple[model.Span, ...]) -> list[answers.Span]:
    return [answers.Span(start=span.start, end=span.end, text=span.text) for span in spans]


def of_attributed(speaker: model.Speaker) -> answers.Speaker:
    """Whom an article attributes words to."""
    return answers.Speaker(
        id=speaker.id,
        name=speaker.name,
        as_printed=speaker.as_printed,
        kind=speaker.kind,
        candidates=list(speaker.candidates),
        probable=speaker.probable,
        wikidata=speaker.wikidata,
    )


def of_said(said: model.Said | None) -> answers.Said | None:
    """When the words were said, or None."""
    if said is None:
        return None
    evidence = _spans((said.evidence,))[0]
    return answers.Said(**{"from": str(said.from_)}, to=str(said.to), precision=said.precision, evidence=evidence)


def of_published(published: model.Published | None) -> answers.Published | None:
    """When an article appeared, or None."""
    if published is None:
        return None
    best = published.best
    return answers.Published(
        value=best.value,
        zone=best.zone,
        basis=best.basis,
        evidence=best.evidence,
        others=[
            answers.PublishedDate(value=other.value, zone=other.zone, basis=other.basis, evidence=other.evidence)
            for other in published.others
        ],
    )


def _occasion(occasion: model.Occasion | None) -> answers.Occasion | None:
    if occasion is None:
        return None
    return answers.Occasion(hearer=occasion.hearer, medium=occasion.medium, event=occasion.event, text=occasion.text)


def _correction(made: model.Correction | None) -> answers.Correction | None:
    return answers.Correction(who=made.who, at=made.at, why=made.why) if made is not None else None


def _count(count: query.FacetCount) -> answers.FacetCount:
    return answers.FacetCount(value=count.value, label=count.label, count=count.count)
