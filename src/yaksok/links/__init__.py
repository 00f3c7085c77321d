"""Which statements are about the same undertaking, how they relate, and why."""
