# syntax=docker/dockerfile:1
# The assistant: the program, what it knows, and how its model is weighed.
# Built by Compose, or alone (`docker build .`): it then answers by keywords.

FROM python:3.11.14-slim-bookworm AS environment
WORKDIR /app
COPY requirements.txt ./
RUN python3.11 -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements.txt

# Stands for the image of the service `nlu`, which Compose puts in its place.
FROM scratch AS nlu
WORKDIR /app/nlu/models

FROM python:3.11.14-slim-bookworm
RUN useradd --uid 10001 --no-create-home --home-dir /data assistant \
    && install --directory --owner assistant --mode 700 /data
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=8000
COPY --from=environment /app/.venv .venv
COPY --chmod=755 scripts/with_secrets.sh /usr/local/bin/with-secrets
COPY config.yml LICENSE NOTICE ./
COPY bot bot
COPY knowledge knowledge
COPY nlu/data nlu/data
COPY --from=nlu /app/nlu/models nlu/models
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
    CMD ["python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:8000/sante', timeout=4)"]
ENTRYPOINT ["with-secrets"]
CMD ["python", "-m", "bot", "run"]
