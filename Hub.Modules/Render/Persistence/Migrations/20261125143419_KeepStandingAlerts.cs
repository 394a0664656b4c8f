using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class KeepStandingAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "left_at",
                schema: "render",
                table: "worker",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "standing_alert",
                schema: "render",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_alert", x => new { x.code, x.subject });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "standing_alert",
                schema: "render");

            migrationBuilder.DropColumn(
                name: "left_at",
                schema: "render",
                table: "worker");
        }
    }
}
