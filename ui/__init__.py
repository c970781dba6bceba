"""The windows of Facilitator: they show and ask, and decide nothing."""
