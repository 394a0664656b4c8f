using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts.FeatureTable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class StoredHandConfiguration : IEntityTypeConfiguration<StoredHand>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<StoredHand> builder)
    {
        builder.ToTable("hand");
        builder.HasKey(hand => new { hand.SessionId, hand.Sequence });
        builder.Property(hand => hand.Sequence).ValueGeneratedNever();
        // json, not jsonb: kept as it came, never searched.
        builder.Property(hand => hand.Facts).HasColumnType("json").HasConversion(
            facts => JsonSerializer.Serialize(facts, Json),
            text => JsonSerializer.Deserialize<HandCaptured>(text, Json)!);
        builder.HasOne<CaptionSession>().WithMany().HasForeignKey(hand => hand.SessionId);
    }
}
