using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hub.Modules.Subtitle.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FollowCorrections : Migration
    {
        // Hands that wait for an earlier one become events; the others are known by their start from now on, which stood in their
        // facts. The column holds their sequence until then.
        private const string CarryOver =
            """
            INSERT INTO subtitle.hand_event (session_id, sequence, kind, hand_number, start_ticks, facts)
              SELECT session_id, hand.start_ticks, 'Captured', (facts->>'handNumber')::integer, (facts->>'startTicks')::bigint, facts
              FROM subtitle.hand JOIN subtitle.session USING (session_id)
              WHERE hand.start_ticks > session.last_decided;
            DELETE FROM subtitle.hand USING subtitle.session
              WHERE session.session_id = hand.session_id AND hand.start_ticks > session.last_decided;
            DELETE FROM subtitle.hand later USING subtitle.hand earlier
              WHERE later.session_id = earlier.session_id AND later.facts->>'startTicks' = earlier.facts->>'startTicks' AND later.start_ticks > earlier.start_ticks;
            UPDATE subtitle.hand SET
              start_ticks = (facts->>'startTicks')::bigint,
              revision = coalesce((facts->>'revision')::integer, 1),
              placed = coalesce(
                (SELECT jsonb_agg(jsonb_build_object(
                   'seat', player->'seat', 'name', player->'name', 'place', player->'eliminationRank', 'wentOut', player->'wentOut',
                   'isOnlyOne', player->>'name' <> '' AND 1 = (SELECT count(*) FROM json_array_elements(facts->'players') other WHERE other->>'name' = player->>'name')))
                 FROM json_array_elements(facts->'players') player
                 WHERE facts->>'sessionType' = 'FINAL_TABLE' AND (player->>'eliminationRank')::integer > 0),
                '[]');
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "sequence",
                schema: "subtitle",
                table: "hand",
                newName: "start_ticks");

            migrationBuilder.AddColumn<bool>(
                name: "is_called_off",
                schema: "subtitle",
                table: "hand",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "placed",
                schema: "subtitle",
                table: "hand",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "revision",
                schema: "subtitle",
                table: "hand",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "caption",
                schema: "subtitle",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    trigger_type = table.Column<string>(type: "text", nullable: false),
                    trigger_id = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    request_no = table.Column<int>(type: "integer", nullable: false),
                    ordered_as = table.Column<string>(type: "jsonb", nullable: false),
                    session_id = table.Column<long>(type: "bigint", nullable: true),
                    start_ticks = table.Column<long>(type: "bigint", nullable: true),
                    looks_back = table.Column<int>(type: "integer", nullable: false),
                    table_key = table.Column<string>(type: "text", nullable: true),
                    event_code = table.Column<string>(type: "text", nullable: true),
                    names = table.Column<string[]>(type: "text[]", nullable: false),
                    moment = table.Column<string>(type: "jsonb", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_caption", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hand_event",
                schema: "subtitle",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hand_number = table.Column<int>(type: "integer", nullable: false),
                    start_ticks = table.Column<long>(type: "bigint", nullable: false),
                    facts = table.Column<string>(type: "json", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_event", x => new { x.session_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_hand_event_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "subtitle",
                        principalTable: "session",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(CarryOver);

            migrationBuilder.DropTable(
                name: "elimination",
                schema: "subtitle");

            migrationBuilder.CreateIndex(
                name: "ix_caption_created_at",
                schema: "subtitle",
                table: "caption",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_caption_event_code",
                schema: "subtitle",
                table: "caption",
                column: "event_code");

            migrationBuilder.CreateIndex(
                name: "ix_caption_names",
                schema: "subtitle",
                table: "caption",
                column: "names")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_caption_session_id_start_ticks",
                schema: "subtitle",
                table: "caption",
                columns: new[] { "session_id", "start_ticks" });

            migrationBuilder.CreateIndex(
                name: "ix_caption_table_key",
                schema: "subtitle",
                table: "caption",
                column: "table_key");

            migrationBuilder.CreateIndex(
                name: "ix_caption_trigger_type_trigger_id_template_subject_request_no",
                schema: "subtitle",
                table: "caption",
                columns: new[] { "trigger_type", "trigger_id", "template", "subject", "request_no" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "caption",
                schema: "subtitle");

            migrationBuilder.DropTable(
                name: "hand_event",
                schema: "subtitle");

            migrationBuilder.DropColumn(
                name: "is_called_off",
                schema: "subtitle",
                table: "hand");

            migrationBuilder.DropColumn(
                name: "placed",
                schema: "subtitle",
                table: "hand");

            migrationBuilder.DropColumn(
                name: "revision",
                schema: "subtitle",
                table: "hand");

            migrationBuilder.RenameColumn(
                name: "start_ticks",
                schema: "subtitle",
                table: "hand",
                newName: "sequence");

            migrationBuilder.CreateTable(
                name: "elimination",
                schema: "subtitle",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    seat = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elimination", x => new { x.session_id, x.sequence, x.seat });
                    table.ForeignKey(
                        name: "fk_elimination_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "subtitle",
                        principalTable: "session",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });
        }
    }
}
