using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class KeepClips : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "copy_failed_at",
                schema: "public",
                table: "render_outputs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "file_removed_at",
                schema: "public",
                table: "render_outputs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "on_air_at",
                schema: "public",
                table: "render_outputs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "on_air_by",
                schema: "public",
                table: "render_outputs",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "removed_at",
                schema: "public",
                table: "render_outputs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_render_outputs_kept",
                schema: "public",
                table: "render_outputs",
                columns: new[] { "completed_at", "id" },
                filter: "claim_id IS NOT NULL AND removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_render_outputs_on_air",
                schema: "public",
                table: "render_outputs",
                column: "on_air_at",
                filter: "on_air_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_render_outputs_removed",
                schema: "public",
                table: "render_outputs",
                column: "id",
                filter: "removed_at IS NOT NULL AND file_removed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_render_outputs_kept",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropIndex(
                name: "ix_render_outputs_on_air",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropIndex(
                name: "ix_render_outputs_removed",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropColumn(
                name: "copy_failed_at",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropColumn(
                name: "file_removed_at",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropColumn(
                name: "on_air_at",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropColumn(
                name: "on_air_by",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropColumn(
                name: "removed_at",
                schema: "public",
                table: "render_outputs");
        }
    }
}
