using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hub.Modules.Subtitle.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddManualData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_series",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "name_override",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    exported_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    exported_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    corrected_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_override", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "player",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    nationality = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: true),
                    photo = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    bracelets = table.Column<int>(type: "integer", nullable: true),
                    total_earnings = table.Column<long>(type: "bigint", nullable: true),
                    is_key_player = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_player", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "seat_assignment",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    table_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    table_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    seat = table.Column<int>(type: "integer", nullable: false),
                    player_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seat_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    social_handle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_on_duty = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "table_assignment",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    table_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    table_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    event_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_table_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "venue",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_venue", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_event_series_is_current",
                schema: "subtitle",
                table: "event_series",
                column: "is_current",
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_event_series_name_key",
                schema: "subtitle",
                table: "event_series",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_name_override_exported_key",
                schema: "subtitle",
                table: "name_override",
                column: "exported_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_player_name_key",
                schema: "subtitle",
                table: "player",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_seat_assignment_table_key_seat",
                schema: "subtitle",
                table: "seat_assignment",
                columns: new[] { "table_key", "seat" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_role_name_key",
                schema: "subtitle",
                table: "staff",
                columns: new[] { "role", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_table_assignment_table_key",
                schema: "subtitle",
                table: "table_assignment",
                column: "table_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_venue_is_current",
                schema: "subtitle",
                table: "venue",
                column: "is_current",
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_venue_name_key",
                schema: "subtitle",
                table: "venue",
                column: "name_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_series",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "name_override",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "player",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "seat_assignment",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "staff",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "table_assignment",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "venue",
                schema: "subtitle");
        }
    }
}
