"""The guide in the window: one page per job, opened at the job under way."""
