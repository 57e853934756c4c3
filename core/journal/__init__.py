"""The class journal as people know it: a page's pupils and dated lessons (J2 J3 P6)."""
