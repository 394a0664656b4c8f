using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.FeatureTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CopiesOfASession : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "copy_hash",
                schema: "feature_table",
                table: "session",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "former_copy_hashes",
                schema: "feature_table",
                table: "session",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "copy_hash",
                schema: "feature_table",
                table: "session");

            migrationBuilder.DropColumn(
                name: "former_copy_hashes",
                schema: "feature_table",
                table: "session");
        }
    }
}
