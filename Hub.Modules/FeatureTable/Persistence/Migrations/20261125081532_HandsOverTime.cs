using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.FeatureTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class HandsOverTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "copy_modified_ticks",
                schema: "feature_table",
                table: "session",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "last_start_ticks",
                schema: "feature_table",
                table: "session",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "called_off_at",
                schema: "public",
                table: "hands",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "copy_modified_ticks",
                schema: "feature_table",
                table: "session");

            migrationBuilder.DropColumn(
                name: "last_start_ticks",
                schema: "feature_table",
                table: "session");

            migrationBuilder.DropColumn(
                name: "called_off_at",
                schema: "public",
                table: "hands");
        }
    }
}
