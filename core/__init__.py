"""What a school does. Knows no messenger, no language, no scheduler."""
