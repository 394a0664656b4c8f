using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AdoptRenderTables : Migration
    {
        private const string V1Tables =
            """
            CREATE TABLE IF NOT EXISTS public.render_instructions (
              id serial PRIMARY KEY,
              template_name varchar(100) NOT NULL,
              layer_data_json jsonb NOT NULL DEFAULT '{}',
              output_settings_json jsonb NOT NULL DEFAULT '{}',
              output_path varchar(500),
              output_filename varchar(200),
              status varchar(20) NOT NULL DEFAULT 'pending',
              priority integer DEFAULT 5,
              trigger_type varchar(50),
              trigger_id varchar(100),
              error_message text,
              retry_count integer DEFAULT 0,
              max_retries integer DEFAULT 3,
              created_at timestamptz DEFAULT now(),
              started_at timestamptz,
              completed_at timestamptz);
            CREATE TABLE IF NOT EXISTS public.render_outputs (
              id serial PRIMARY KEY,
              instruction_id integer NOT NULL REFERENCES public.render_instructions ON DELETE CASCADE,
              output_path varchar(500) NOT NULL,
              file_size bigint DEFAULT 0,
              frame_count integer,
              status varchar(20) DEFAULT 'completed',
              error_message text,
              created_at timestamptz DEFAULT now(),
              completed_at timestamptz DEFAULT now());
            """;

        private const string AddedColumns =
            """
            ALTER TABLE public.render_instructions
              ALTER COLUMN trigger_type SET DEFAULT 'manual',
              ADD COLUMN correlation_id uuid NOT NULL DEFAULT gen_random_uuid(),
              ADD COLUMN template_version integer,
              ADD COLUMN subject varchar(50),
              ADD COLUMN request_no integer,
              ADD COLUMN is_backlog boolean NOT NULL DEFAULT false,
              ADD COLUMN attempt bigint NOT NULL DEFAULT 0,
              ADD COLUMN dispatched_at timestamptz,
              ADD COLUMN not_before timestamptz,
              ADD COLUMN claim_id uuid,
              ADD COLUMN worker varchar(100);
            UPDATE public.render_instructions SET trigger_type = 'manual' WHERE trigger_type IS NULL;
            ALTER TABLE public.render_outputs
              ADD COLUMN width integer,
              ADD COLUMN height integer,
              ADD COLUMN attempt bigint,
              ADD COLUMN claim_id uuid,
              ADD COLUMN checksum varchar(64),
              ADD COLUMN worker varchar(100),
              ADD COLUMN publish_path varchar(700),
              ADD COLUMN published_at timestamptz;
            """;

        private const string Indexes =
            """
            CREATE INDEX IF NOT EXISTS ix_render_instructions_status ON public.render_instructions (status);
            CREATE INDEX IF NOT EXISTS ix_render_instructions_priority_created_at ON public.render_instructions (priority, created_at);
            CREATE INDEX IF NOT EXISTS ix_render_instructions_status_priority_created_at ON public.render_instructions (status, priority, created_at) WHERE status = 'pending';
            CREATE UNIQUE INDEX ix_render_instructions_correlation_id ON public.render_instructions (correlation_id);
            CREATE UNIQUE INDEX ix_render_instructions_request ON public.render_instructions (trigger_type, trigger_id, template_name, subject, request_no) WHERE request_no IS NOT NULL;
            CREATE INDEX ix_render_instructions_waiting ON public.render_instructions (is_backlog, priority, created_at, id) WHERE status = 'pending' AND dispatched_at IS NULL;
            CREATE INDEX ix_render_instructions_dispatched ON public.render_instructions (dispatched_at) WHERE status IN ('pending', 'processing') AND dispatched_at IS NOT NULL;
            CREATE UNIQUE INDEX ix_render_outputs_clip ON public.render_outputs (instruction_id) WHERE claim_id IS NOT NULL;
            CREATE INDEX ix_render_outputs_unpublished ON public.render_outputs (id) WHERE publish_path IS NOT NULL AND published_at IS NULL;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // v1's two tables are adopted where they exist and created as v1 had them where they do not.
            migrationBuilder.Sql(V1Tables);
            migrationBuilder.Sql(AddedColumns);
            migrationBuilder.Sql(Indexes);

            migrationBuilder.EnsureSchema(
                name: "render");

            migrationBuilder.CreateTable(
                name: "abandoned_claim",
                schema: "render",
                columns: table => new
                {
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    abandoned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_abandoned_claim", x => x.claim_id);
                });

            migrationBuilder.CreateTable(
                name: "lease",
                schema: "render",
                columns: table => new
                {
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instruction_id = table.Column<int>(type: "integer", nullable: false),
                    attempt = table.Column<long>(type: "bigint", nullable: false),
                    worker_id = table.Column<int>(type: "integer", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lease", x => x.claim_id);
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateTable(
                name: "worker",
                schema: "render",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.SerialColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slots = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lease_instruction_id",
                schema: "render",
                table: "lease",
                column: "instruction_id",
                unique: true);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "abandoned_claim", schema: "render");
            migrationBuilder.DropTable(name: "lease", schema: "render");
            migrationBuilder.DropTable(name: "worker", schema: "render");
            // v1's tables and rows stay; indexes on the added columns go with them.
            migrationBuilder.Sql(
                """
                ALTER TABLE public.render_outputs
                  DROP COLUMN width, DROP COLUMN height, DROP COLUMN attempt, DROP COLUMN claim_id, DROP COLUMN checksum,
                  DROP COLUMN worker, DROP COLUMN publish_path, DROP COLUMN published_at;
                ALTER TABLE public.render_instructions
                  DROP COLUMN correlation_id, DROP COLUMN template_version, DROP COLUMN subject, DROP COLUMN request_no, DROP COLUMN is_backlog,
                  DROP COLUMN attempt, DROP COLUMN dispatched_at, DROP COLUMN not_before, DROP COLUMN claim_id, DROP COLUMN worker;
                """);
        }
    }
}
