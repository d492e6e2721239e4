"""The page that describes the API, endpoint by endpoint."""

from __future__ import annotations

from apiflask import APIFlask
from flask import current_app, render_template

from service.pages.blueprint import site
from service.problems import REASONS


@site.get("/docs")
def documentation() -> str:
    """The API, endpoint by endpoint."""
    app = current_app
    assert isinstance(app, APIFlask)
    return render_template("docs.html", api=app.spec, reasons=REASONS)
