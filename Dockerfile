FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PYTHONPATH=/srv ZVONOK_DATA=/data ZVONOK_LOG_FORMAT=json
WORKDIR /srv

COPY requirements-run.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements-run.lock

COPY app app
COPY bots bots
COPY core core
COPY documents documents
COPY locales locales
COPY notifications notifications
COPY regulations regulations
COPY sandbox sandbox
COPY storage storage
RUN python -m compileall -q . && useradd --system zvonok && install -d -o zvonok /data

USER zvonok
VOLUME /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "-m", "app.cli", "check", "--running"]
ENTRYPOINT ["python", "-m", "app.cli"]
CMD ["run"]
