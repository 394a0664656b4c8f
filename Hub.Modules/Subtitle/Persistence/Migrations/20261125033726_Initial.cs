using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Subtitle.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "subtitle");

            migrationBuilder.CreateTable(
                name: "session",
                schema: "subtitle",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    last_decided = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.session_id);
                });

            // v1 may have made this table already: it is adopted as it stands.
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS public.tournaments (
                    id serial CONSTRAINT tournaments_pkey PRIMARY KEY,
                    name varchar(200) NOT NULL,
                    event_code varchar(50) NOT NULL CONSTRAINT tournaments_event_code_key UNIQUE,
                    event_type varchar(30) DEFAULT 'HOLDEM',
                    buy_in integer DEFAULT 0,
                    prize_pool integer DEFAULT 0,
                    total_entries integer DEFAULT 0,
                    remaining_players integer DEFAULT 0,
                    current_level integer DEFAULT 1,
                    blinds_json jsonb DEFAULT '[]',
                    current_blinds_json jsonb,
                    payouts_json jsonb DEFAULT '[]',
                    places_paid integer DEFAULT 0,
                    standings_json jsonb DEFAULT '[]',
                    start_date timestamptz,
                    end_date timestamptz,
                    source varchar(20) DEFAULT 'csv',
                    created_at timestamptz DEFAULT now(),
                    updated_at timestamptz DEFAULT now()
                );
                """);

            migrationBuilder.CreateTable(
                name: "elimination",
                schema: "subtitle",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    seat = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elimination", x => new { x.session_id, x.sequence, x.seat });
                    table.ForeignKey(
                        name: "fk_elimination_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "subtitle",
                        principalTable: "session",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hand",
                schema: "subtitle",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    was_played = table.Column<bool>(type: "boolean", nullable: false),
                    facts = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand", x => new { x.session_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_hand_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "subtitle",
                        principalTable: "session",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // public.tournaments stays: v1 clients use it, and it may be older than this program.
            migrationBuilder.DropTable(
                name: "elimination",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "hand",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "session",
                schema: "subtitle");
        }
    }
}
