"""Attribution: who vouches for what is said."""
