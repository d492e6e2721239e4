FROM python:3.13-slim AS build
WORKDIR /src
RUN python -m venv /opt/onrecord
COPY pyproject.toml README.md LICENSE ./
COPY mappings mappings
COPY indexer indexer
COPY service service
COPY onrecord onrecord
RUN /opt/onrecord/bin/pip install --no-cache-dir .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/onrecord onrecord
COPY --from=build /opt/onrecord /opt/onrecord
ENV PATH=/opt/onrecord/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001
WORKDIR /var/lib/onrecord
# The embedded store and the list of refused inputs lie in the working folder; nothing else is written.
VOLUME /var/lib/onrecord
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["onrecord"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8080"]
