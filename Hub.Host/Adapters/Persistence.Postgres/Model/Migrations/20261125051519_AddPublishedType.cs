using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Adapters.Persistence.Postgres.Model.Migrations
{
    /// <inheritdoc />
    public partial class AddPublishedType : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "published_type",
                schema: "messaging",
                table: "outbox_message",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "published_type",
                schema: "messaging",
                table: "outbox_message");
        }
    }
}
