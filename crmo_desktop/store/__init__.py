"""The reader's own data: connection, migrations, repositories, settings."""
