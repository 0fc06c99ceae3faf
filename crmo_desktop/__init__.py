"""CRMO Desktop: an offline reference about chronic recurrent multifocal osteomyelitis."""

__version__ = "0.2.0"
