using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Adapters.Persistence.Postgres.Model.Migrations
{
    /// <inheritdoc />
    public partial class OrderDueScopes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_scope_due_at",
                schema: "messaging",
                table: "outbox_scope");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_scope_due_at_id",
                schema: "messaging",
                table: "outbox_scope",
                columns: new[] { "due_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_scope_due_at_id",
                schema: "messaging",
                table: "outbox_scope");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_scope_due_at",
                schema: "messaging",
                table: "outbox_scope",
                column: "due_at");
        }
    }
}
