"""The content in other people's formats."""
