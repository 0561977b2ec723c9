"""What a power cut, a kill or a full disk leaves behind; run by `make faults`."""
