using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Subtitle.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TellOfMissedHands : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "missed_at",
                schema: "subtitle",
                table: "hand",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_hand_missed_at",
                schema: "subtitle",
                table: "hand",
                column: "missed_at",
                filter: "missed_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_hand_missed_at",
                schema: "subtitle",
                table: "hand");

            migrationBuilder.DropColumn(
                name: "missed_at",
                schema: "subtitle",
                table: "hand");
        }
    }
}
