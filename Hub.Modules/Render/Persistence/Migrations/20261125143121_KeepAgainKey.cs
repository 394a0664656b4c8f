using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class KeepAgainKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "again_key",
                schema: "public",
                table: "render_instructions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "again_key",
                schema: "public",
                table: "render_instructions");
        }
    }
}
