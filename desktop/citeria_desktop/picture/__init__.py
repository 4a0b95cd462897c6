"""Pictures that leave the app: what of a view is shown, the page around it, and the formats it is written in."""
