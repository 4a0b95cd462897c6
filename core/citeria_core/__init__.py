"""The shared engine and the domain. Knows no Qt, no SQL, no files, no clock, no locale."""
