"""Pure: an article in, its reading (claims and story) out."""
