using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class KeepRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "again_of",
                schema: "public",
                table: "render_instructions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_withdrawn",
                schema: "public",
                table: "render_instructions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "latest_fields",
                schema: "public",
                table: "render_instructions",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                schema: "public",
                table: "render_instructions",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "stale_at",
                schema: "public",
                table: "render_instructions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stale_reason",
                schema: "public",
                table: "render_instructions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_render_instructions_again",
                schema: "public",
                table: "render_instructions",
                column: "again_of",
                filter: "again_of IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_render_instructions_stale",
                schema: "public",
                table: "render_instructions",
                column: "id",
                filter: "stale_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_render_instructions_again",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropIndex(
                name: "ix_render_instructions_stale",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "again_of",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "is_withdrawn",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "latest_fields",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "revision",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "stale_at",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "stale_reason",
                schema: "public",
                table: "render_instructions");
        }
    }
}
