"""Alembic's entry: runs on the connection that storage.migrate hands over."""

from alembic import context

import storage.models  # noqa: F401 - fills the metadata
from storage.base import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, compare_type=True, compare_server_default=False)
with context.begin_transaction():
    context.run_migrations()
