"""What stands beside a picture that can change."""
