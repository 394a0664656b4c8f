using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class ImportedTournamentConfiguration : IEntityTypeConfiguration<ImportedTournament>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public void Configure(EntityTypeBuilder<ImportedTournament> builder)
    {
        builder.ToTable("imported_tournament");
        builder.HasKey(tournament => tournament.Number);
        builder.Property(tournament => tournament.Number).ValueGeneratedNever();
        builder.Property(tournament => tournament.EventCode).HasMaxLength(50);
        builder.HasIndex(tournament => tournament.EventCode).IsUnique();
        builder.Property(tournament => tournament.Facts).HasColumnType("jsonb").HasConversion(
            facts => JsonSerializer.Serialize(facts, Json),
            text => JsonSerializer.Deserialize<ImportedFacts>(text, Json)!);
    }
}
