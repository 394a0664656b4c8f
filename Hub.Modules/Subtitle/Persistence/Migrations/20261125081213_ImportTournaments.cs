using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hub.Modules.Subtitle.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ImportTournaments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "broadcast",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ends_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    channel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    tournament_number = table.Column<int>(type: "integer", nullable: true),
                    is_live = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broadcast", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "csv_file",
                schema: "subtitle",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    modified_ticks = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    refused_rows = table.Column<int>(type: "integer", nullable: false),
                    removed_entries = table.Column<int>(type: "integer", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    problems = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_csv_file", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "imported_tournament",
                schema: "subtitle",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    event_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    was_in_money = table.Column<bool>(type: "boolean", nullable: true),
                    paused_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_tournament", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "tournament_moment",
                schema: "subtitle",
                columns: table => new
                {
                    trigger_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    event_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    trigger_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tournament_moment", x => x.trigger_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_broadcast_date_starts_at",
                schema: "subtitle",
                table: "broadcast",
                columns: new[] { "date", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_imported_tournament_event_code",
                schema: "subtitle",
                table: "imported_tournament",
                column: "event_code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "broadcast",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "csv_file",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "imported_tournament",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "tournament_moment",
                schema: "subtitle");
        }
    }
}
