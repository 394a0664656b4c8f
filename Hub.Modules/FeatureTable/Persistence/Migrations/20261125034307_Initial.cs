using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hub.Modules.FeatureTable.Persistence.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        // v1's table may be there already, with v1's clients at work on it: it is taken over as it stands and only added to.
        private const string AdoptHands =
            """
            CREATE TABLE IF NOT EXISTS public.hands (
                id serial PRIMARY KEY,
                table_id varchar(50) NOT NULL,
                hand_number integer NOT NULL,
                source varchar(20) NOT NULL DEFAULT 'rfid',
                hand_rank varchar(30),
                pot_size bigint DEFAULT 0,
                winner varchar(100),
                players_json jsonb DEFAULT '[]',
                community_cards_json jsonb DEFAULT '[]',
                actions_json jsonb DEFAULT '[]',
                duration_seconds integer,
                created_at timestamptz DEFAULT now(),
                updated_at timestamptz DEFAULT now(),
                UNIQUE (table_id, hand_number)
            );

            ALTER TABLE public.hands ALTER COLUMN pot_size TYPE bigint;

            ALTER TABLE public.hands
                ADD COLUMN IF NOT EXISTS session_id bigint,
                ADD COLUMN IF NOT EXISTS start_ticks bigint,
                ADD COLUMN IF NOT EXISTS started_at timestamptz,
                ADD COLUMN IF NOT EXISTS sequence bigint,
                ADD COLUMN IF NOT EXISTS revision integer,
                ADD COLUMN IF NOT EXISTS content_hash varchar(64),
                ADD COLUMN IF NOT EXISTS is_backlog boolean,
                ADD COLUMN IF NOT EXISTS was_played boolean,
                ADD COLUMN IF NOT EXISTS is_all_in boolean,
                ADD COLUMN IF NOT EXISTS grade varchar(1),
                ADD COLUMN IF NOT EXISTS small_blind bigint,
                ADD COLUMN IF NOT EXISTS big_blind bigint,
                ADD COLUMN IF NOT EXISTS ante bigint,
                ADD COLUMN IF NOT EXISTS button_seat integer,
                ADD COLUMN IF NOT EXISTS warnings_json jsonb;

            CREATE INDEX IF NOT EXISTS idx_hands_table_id ON public.hands (table_id);
            CREATE INDEX IF NOT EXISTS idx_hands_hand_rank ON public.hands (hand_rank);
            CREATE INDEX IF NOT EXISTS idx_hands_created_at ON public.hands (created_at DESC);
            CREATE UNIQUE INDEX IF NOT EXISTS hands_identity_key ON public.hands (session_id, hand_number, start_ticks);
            CREATE UNIQUE INDEX IF NOT EXISTS hands_session_sequence_key ON public.hands (session_id, sequence);

            CREATE FUNCTION feature_table.touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.updated_at := now();
                RETURN NEW;
            END $$;

            CREATE OR REPLACE TRIGGER hub_hands_updated_at BEFORE UPDATE ON public.hands
                FOR EACH ROW EXECUTE FUNCTION feature_table.touch_updated_at();
            """;

        // The rows are v1's as much as ours: they stay.
        private const string ReleaseHands =
            """
            DROP TRIGGER hub_hands_updated_at ON public.hands;
            DROP FUNCTION feature_table.touch_updated_at();
            DROP INDEX public.hands_identity_key, public.hands_session_sequence_key;
            ALTER TABLE public.hands
                DROP COLUMN session_id, DROP COLUMN start_ticks, DROP COLUMN started_at, DROP COLUMN sequence, DROP COLUMN revision,
                DROP COLUMN content_hash, DROP COLUMN is_backlog, DROP COLUMN was_played, DROP COLUMN is_all_in, DROP COLUMN grade,
                DROP COLUMN small_blind, DROP COLUMN big_blind, DROP COLUMN ante, DROP COLUMN button_seat, DROP COLUMN warnings_json;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "feature_table");

            migrationBuilder.Sql(AdoptHands);

            migrationBuilder.CreateTable(
                name: "session",
                schema: "feature_table",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    table_name = table.Column<string>(type: "text", nullable: false),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false),
                    hand_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.session_id);
                });

            migrationBuilder.CreateTable(
                name: "source_file",
                schema: "feature_table",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    modified_ticks = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    session_id = table.Column<long>(type: "bigint", nullable: true),
                    hand_count = table.Column<int>(type: "integer", nullable: false),
                    first_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    problems = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_file", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_source_file_source_path",
                schema: "feature_table",
                table: "source_file",
                columns: new[] { "source", "path" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ReleaseHands);

            migrationBuilder.DropTable(
                name: "session",
                schema: "feature_table");

            migrationBuilder.DropTable(
                name: "source_file",
                schema: "feature_table");
        }
    }
}
