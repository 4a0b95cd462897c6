"""The pages of the view of clusters: each shows one side of the same study."""
