"""The system's own voices: nothing here is loaded before somebody wants to listen."""
