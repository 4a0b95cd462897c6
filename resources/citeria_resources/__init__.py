"""Icons, fonts, palettes and the sample project. Imports nothing of ours."""
