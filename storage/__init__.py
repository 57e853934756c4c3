"""The database: models, engine, embedded server, migrations. Knows SQLAlchemy and nothing of schools' rules."""
