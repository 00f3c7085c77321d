"""The pages and the API: thin shells over typed views, served by `yaksok serve`."""
