"""Pages of paper: topics set as on paper, page by page."""
