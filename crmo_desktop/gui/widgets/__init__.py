"""Re-usable parts: values in, signals out."""
