"""The language of the interface: its catalogue of words, and the words that core and db make in English."""
