talk-inbox = Messages
talk-write = Write
