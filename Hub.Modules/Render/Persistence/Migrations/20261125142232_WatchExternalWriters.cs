using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WatchExternalWriters : Migration
    {
        /// <summary>
        /// An instruction that a v1 client wants rendered waits until a coordinator has adopted it. A null in trigger_type would make v1's list
        /// of pending instructions fail, whoever wrote it.
        /// </summary>
        private const string BeforeWrites =
            """
            CREATE FUNCTION render.fill_trigger_type() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
              NEW.trigger_type := '';
              RETURN NEW;
            END $body$;

            CREATE FUNCTION render.take_external_insert() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
              NEW.owner := 'external';
              NEW.owned_at := clock_timestamp();
              IF NEW.status = 'pending' THEN
                NEW.not_before := 'infinity';
              END IF;
              RETURN NEW;
            END $body$;

            CREATE FUNCTION render.take_external_status() RETURNS trigger LANGUAGE plpgsql AS $body$
            DECLARE
              moment timestamptz := clock_timestamp();
              had_ended boolean := OLD.status NOT IN ('pending', 'processing');
              -- What the client writes of times and errors counts. What it leaves as it was must not contradict the new status.
              leaves_started boolean := NEW.started_at IS NOT DISTINCT FROM OLD.started_at;
              leaves_completed boolean := NEW.completed_at IS NOT DISTINCT FROM OLD.completed_at;
              leaves_error boolean := NEW.error_message IS NOT DISTINCT FROM OLD.error_message;
            BEGIN
              NEW.owner := 'external';
              NEW.owned_at := moment;
              NEW.attempt := OLD.attempt + 1;
              NEW.claim_id := NULL;
              NEW.worker := NULL;
              NEW.dispatched_at := NULL;
              NEW.not_before := NULL;
              IF NEW.status = 'pending' THEN
                NEW.not_before := 'infinity';
                NEW.lost_workers := 0;
                NEW.unfit_attempts := 0;
                IF leaves_started THEN NEW.started_at := NULL; END IF;
                IF leaves_completed THEN NEW.completed_at := NULL; END IF;
                IF leaves_error THEN NEW.error_message := NULL; END IF;
                IF NEW.layer_data_json = OLD.layer_data_json THEN
                  NEW.layer_data_json := coalesce(OLD.latest_fields, OLD.layer_data_json);
                END IF;
                NEW.latest_fields := NULL;
                NEW.is_withdrawn := false;
                NEW.stale_at := NULL;
                NEW.stale_reason := NULL;
              ELSIF NEW.status = 'processing' THEN
                IF leaves_started THEN NEW.started_at := moment; END IF;
                IF leaves_completed THEN NEW.completed_at := NULL; END IF;
              ELSE
                IF leaves_completed AND (NEW.completed_at IS NULL OR NOT had_ended) THEN NEW.completed_at := moment; END IF;
                IF leaves_error AND NEW.status = 'completed' THEN NEW.error_message := NULL; END IF;
              END IF;
              RETURN NEW;
            END $body$;
            """;

        /// <summary>
        /// The worker of a claim that a client has ended finds its lease gone, and its files are swept. The client's own role has no rights in
        /// the schema render. An identical notice is sent once in a transaction, however many rows it is about.
        /// </summary>
        private const string AfterWrites =
            """
            CREATE FUNCTION render.note_external_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
            DECLARE
              status_before varchar(20);
              ended_claim uuid;
            BEGIN
              IF TG_OP = 'UPDATE' THEN
                status_before := OLD.status;
                DELETE FROM render.lease WHERE instruction_id = NEW.id;
                IF OLD.status = 'processing' AND OLD.claim_id IS NOT NULL THEN
                  ended_claim := OLD.claim_id;
                  INSERT INTO render.abandoned_claim (claim_id) VALUES (ended_claim) ON CONFLICT DO NOTHING;
                END IF;
                IF NEW.status = 'pending' THEN
                  UPDATE public.render_outputs SET superseded_at = clock_timestamp() WHERE instruction_id = NEW.id AND claim_id IS NOT NULL AND superseded_at IS NULL;
                END IF;
              END IF;
              INSERT INTO render.external_write (instruction_id, status_before, status, claim_id) VALUES (NEW.id, status_before, NEW.status, ended_claim);
              PERFORM pg_notify('hub_render_external', '');
              RETURN NULL;
            END $body$;
            """;

        private const string Triggers =
            """
            CREATE TRIGGER render_fill_trigger_type BEFORE INSERT OR UPDATE OF trigger_type ON public.render_instructions
              FOR EACH ROW WHEN (NEW.trigger_type IS NULL) EXECUTE FUNCTION render.fill_trigger_type();
            CREATE TRIGGER render_take_external_insert BEFORE INSERT ON public.render_instructions
              FOR EACH ROW WHEN (current_setting('hub.writer', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION render.take_external_insert();
            CREATE TRIGGER render_take_external_status BEFORE UPDATE OF status ON public.render_instructions
              FOR EACH ROW WHEN (current_setting('hub.writer', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION render.take_external_status();
            CREATE TRIGGER render_note_external_insert AFTER INSERT ON public.render_instructions
              FOR EACH ROW WHEN (current_setting('hub.writer', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION render.note_external_write();
            CREATE TRIGGER render_note_external_status AFTER UPDATE OF status ON public.render_instructions
              FOR EACH ROW WHEN (current_setting('hub.writer', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION render.note_external_write();
            """;

        /// <summary>What v1's clients wrote before the triggers were there, as if they had been.</summary>
        private const string EarlierWrites =
            """
            INSERT INTO render.external_write (instruction_id, status, written_at)
            SELECT id, status, coalesce(created_at, now()) FROM public.render_instructions
            WHERE status IN ('pending', 'processing') AND request_no IS NULL AND again_of IS NULL AND attempt = 0
            ORDER BY id;
            UPDATE public.render_instructions
            SET owner = 'external', owned_at = coalesce(started_at, created_at, now()), not_before = CASE status WHEN 'pending' THEN 'infinity'::timestamptz END
            WHERE status IN ('pending', 'processing') AND request_no IS NULL AND again_of IS NULL AND attempt = 0;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_render_outputs_clip",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "superseded_at",
                schema: "public",
                table: "render_outputs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "owned_at",
                schema: "public",
                table: "render_instructions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                schema: "public",
                table: "render_instructions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "external_write",
                schema: "render",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    instruction_id = table.Column<int>(type: "integer", nullable: false),
                    status_before = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_write", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_render_outputs_clip",
                schema: "public",
                table: "render_outputs",
                column: "instruction_id",
                unique: true,
                filter: "claim_id IS NOT NULL AND superseded_at IS NULL");

            migrationBuilder.Sql(EarlierWrites);
            migrationBuilder.Sql(BeforeWrites);
            migrationBuilder.Sql(AfterWrites);
            migrationBuilder.Sql(Triggers);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The triggers go with their functions.
            migrationBuilder.Sql("DROP FUNCTION render.fill_trigger_type, render.take_external_insert, render.take_external_status, render.note_external_write CASCADE");

            migrationBuilder.DropTable(
                name: "external_write",
                schema: "render");

            migrationBuilder.DropIndex(
                name: "ix_render_outputs_clip",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropColumn(
                name: "superseded_at",
                schema: "public",
                table: "render_outputs");

            migrationBuilder.DropColumn(
                name: "owned_at",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.DropColumn(
                name: "owner",
                schema: "public",
                table: "render_instructions");

            migrationBuilder.CreateIndex(
                name: "ix_render_outputs_clip",
                schema: "public",
                table: "render_outputs",
                column: "instruction_id",
                unique: true,
                filter: "claim_id IS NOT NULL");
        }
    }
}
