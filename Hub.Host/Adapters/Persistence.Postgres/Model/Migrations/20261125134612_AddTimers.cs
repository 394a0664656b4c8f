using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Adapters.Persistence.Postgres.Model.Migrations
{
    /// <inheritdoc />
    public partial class AddTimers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "timer",
                schema: "messaging",
                columns: table => new
                {
                    token = table.Column<Guid>(type: "uuid", nullable: false),
                    delay = table.Column<TimeSpan>(type: "interval", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    endpoint = table.Column<string>(type: "text", nullable: true),
                    published_type = table.Column<string>(type: "text", nullable: true),
                    message_types = table.Column<string[]>(type: "text[]", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    initiator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_address = table.Column<string>(type: "text", nullable: true),
                    destination_address = table.Column<string>(type: "text", nullable: false),
                    response_address = table.Column<string>(type: "text", nullable: true),
                    fault_address = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timer", x => x.token);
                });

            migrationBuilder.CreateIndex(
                name: "ix_timer_due_at",
                schema: "messaging",
                table: "timer",
                column: "due_at");

            // By the database's clock, whatever the host's says; and a day is 24 hours, whatever the server's time zone does meanwhile.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION messaging.set_timer() RETURNS trigger LANGUAGE plpgsql AS $timer$
                BEGIN
                  NEW.due_at := clock_timestamp() + make_interval(secs => extract(epoch FROM NEW.delay));
                  RETURN NEW;
                END $timer$;

                CREATE TRIGGER set_timer BEFORE INSERT ON messaging.timer FOR EACH ROW EXECUTE FUNCTION messaging.set_timer();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "timer",
                schema: "messaging");

            migrationBuilder.Sql("DROP FUNCTION messaging.set_timer()");
        }
    }
}
