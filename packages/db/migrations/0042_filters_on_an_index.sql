CREATE INDEX "audit_event_by_role" ON "audit_event" USING btree ("actor_role","id");--> statement-breakpoint
CREATE UNIQUE INDEX "digest_number" ON "digest" USING btree ("number");--> statement-breakpoint
CREATE INDEX "notification_by_kind" ON "notification" USING btree ("kind","created_at","id") WHERE kind in ('repeat', 'digest', 'test');