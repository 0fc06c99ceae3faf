"""CRMO Desktop: an offline reference about chronic recurrent multifocal osteomyelitis."""

__version__ = "0.1.0"
