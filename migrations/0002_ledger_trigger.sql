-- The only writer of `balances`. A spend without a row would otherwise pass: an UPDATE that matches nothing is no error.
CREATE TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entries BEGIN
	INSERT INTO balances (user_id, account, balance) VALUES (NEW.user_id, NEW.account, 0) ON CONFLICT DO NOTHING;
	UPDATE balances SET balance = balance + NEW.amount WHERE user_id = NEW.user_id AND account = NEW.account;
END;
--> statement-breakpoint
-- Only the person of an entry may change: to a pseudonym, when they have their data deleted.
CREATE TRIGGER ledger_entries_keep BEFORE UPDATE OF id, account, amount, cause, at ON ledger_entries BEGIN
	SELECT RAISE(ABORT, 'ledger entries are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_stay BEFORE DELETE ON ledger_entries BEGIN
	SELECT RAISE(ABORT, 'ledger entries are never deleted');
END;
