using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddDeadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "needed_at",
                schema: "public",
                table: "render_instructions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "deadline_risk",
                schema: "render",
                columns: table => new
                {
                    instruction_id = table.Column<int>(type: "integer", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_risk", x => x.instruction_id);
                    table.ForeignKey(
                        name: "fk_deadline_risk_instructions_instruction_id",
                        column: x => x.instruction_id,
                        principalSchema: "public",
                        principalTable: "render_instructions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_render_instructions_needed",
                schema: "public",
                table: "render_instructions",
                column: "needed_at",
                filter: "status IN ('pending', 'processing') AND needed_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deadline_risk",
                schema: "render");

            migrationBuilder.DropIndex(
                name: "ix_render_instructions_needed",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "needed_at",
                schema: "public",
                table: "render_instructions");
        }
    }
}
