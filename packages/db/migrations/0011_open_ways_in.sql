CREATE TABLE "ingestion" (
	"origin" text PRIMARY KEY NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL
);
