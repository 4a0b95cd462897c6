"""History: what triggers log, read as steps and changes, taken back, found again and compared."""
