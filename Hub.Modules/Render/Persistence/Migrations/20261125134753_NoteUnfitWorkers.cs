using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NoteUnfitWorkers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "trouble",
                schema: "render",
                table: "worker",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "unfit_attempts",
                schema: "public",
                table: "render_instructions",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "trouble",
                schema: "render",
                table: "worker");

            migrationBuilder.DropColumn(
                name: "unfit_attempts",
                schema: "public",
                table: "render_instructions");
        }
    }
}
