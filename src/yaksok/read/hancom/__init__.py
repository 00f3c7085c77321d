"""What the two formats of Hancom Office, HWP 5 and HWPX, have in common. No format of its own."""
