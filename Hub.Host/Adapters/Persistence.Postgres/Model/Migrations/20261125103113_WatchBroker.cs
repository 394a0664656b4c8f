using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Adapters.Persistence.Postgres.Model.Migrations
{
    /// <inheritdoc />
    public partial class WatchBroker : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "broker",
                schema: "messaging",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    run_id = table.Column<string>(type: "text", nullable: true),
                    counter = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    repairs = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    generation = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "'-infinity'"),
                    lost_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broker", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "broker_recovery",
                schema: "messaging",
                columns: table => new
                {
                    broker = table.Column<string>(type: "text", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    generation = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broker_recovery", x => new { x.broker, x.part });
                    table.ForeignKey(
                        name: "fk_broker_recovery_broker_broker",
                        column: x => x.broker,
                        principalSchema: "messaging",
                        principalTable: "broker",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "broker_recovery",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "broker",
                schema: "messaging");
        }
    }
}
