"""The application for a WSGI server of one's own, such as ``gunicorn service.wsgi:app``; ``onrecord serve`` has its."""

from __future__ import annotations

from service import create_app

app = create_app()
