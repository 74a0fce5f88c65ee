"""What the numbers say: pure functions on plain values, with frozen results and no words but those of the enums."""
