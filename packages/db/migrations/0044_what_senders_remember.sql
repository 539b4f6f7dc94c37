CREATE TABLE "remembered" (
	"key" uuid PRIMARY KEY NOT NULL,
	"sealed_text" text,
	"until" timestamp(3) with time zone,
	"sought_until" timestamp(3) with time zone
);
