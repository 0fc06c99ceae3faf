"""One screen a file: widgets and models wired to services."""
