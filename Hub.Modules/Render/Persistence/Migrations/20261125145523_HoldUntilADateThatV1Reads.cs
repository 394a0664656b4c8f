using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Modules.Render.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class HoldUntilADateThatV1Reads : Migration
    {
        private const string Infinity = "infinity";
        private const string Never = "9000-01-01 00:00:00+00";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Replace(migrationBuilder, Infinity, Never);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Replace(migrationBuilder, Never, Infinity);

        /// <summary>Makes the functions behind the triggers write another date, and rewrites what they have written.</summary>
        private static void Replace(MigrationBuilder migrationBuilder, string before, string after)
            => migrationBuilder.Sql(
                $"""
                 DO $do$
                 BEGIN
                   EXECUTE replace(pg_get_functiondef('render.take_external_insert'::regproc), quote_literal('{before}'), quote_literal('{after}'));
                   EXECUTE replace(pg_get_functiondef('render.take_external_status'::regproc), quote_literal('{before}'), quote_literal('{after}'));
                 END $do$;
                 UPDATE public.render_instructions SET not_before = '{after}' WHERE status = 'pending' AND not_before = '{before}';
                 """);
    }
}
