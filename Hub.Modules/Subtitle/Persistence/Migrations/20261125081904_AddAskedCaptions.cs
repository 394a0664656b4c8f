using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hub.Modules.Subtitle.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddAskedCaptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asked_caption",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    template = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    trigger_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    subject = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    request_no = table.Column<int>(type: "integer", nullable: false),
                    asked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_caption", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_asked_caption_asked_by_idempotency_key",
                schema: "subtitle",
                table: "asked_caption",
                columns: new[] { "asked_by", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_asked_caption_template_trigger_id_subject_request_no",
                schema: "subtitle",
                table: "asked_caption",
                columns: new[] { "template", "trigger_id", "subject", "request_no" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "asked_caption",
                schema: "subtitle");
        }
    }
}
