"""What the reference is made of: frozen values and pure rules; standard library only."""
