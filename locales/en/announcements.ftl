board-open = Announcements
class-desk-announce = Announce to the class
