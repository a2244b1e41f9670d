-- Everybody who presses Start gets a number, and loses it with their data: whoever comes later has another one.
CREATE TRIGGER people_recipient AFTER INSERT ON people BEGIN
	INSERT OR IGNORE INTO recipients (chat_id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER people_recipient_gone AFTER DELETE ON people BEGIN
	DELETE FROM recipients WHERE chat_id = OLD.id;
END;
--> statement-breakpoint
INSERT OR IGNORE INTO recipients (chat_id) SELECT id FROM people;
