"""Use cases in the reader's words; they return frozen values ready to show."""
