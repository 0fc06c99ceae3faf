"""The index: build, query, rank, excerpt, suggest."""
